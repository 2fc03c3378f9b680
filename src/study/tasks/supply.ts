import type { Case, ScenarioSource } from '../../catalog';
import { modelFlopsPerToken } from '../../model';
import { fail, must, nearest, ok, type Result, type UserError } from '../../units';
import { words } from '../../words';
import { solveCase } from '../case';
import { supplyReading } from '../reading';
import { type Delivery, type SupplyReport, simulate } from '../supply';
import { type AskedStudy, askedStudy } from './asked-study';
import type { Handler } from './handler';

function readQuestion(source: ScenarioSource): Result<AskedStudy<'supply'>> {
  const say = words().study;
  const asked = askedStudy(source, 'supply', say.supply.example);
  if (!asked.ok) return asked;
  const { base, error, study } = asked.value;
  if (study.to <= study.from)
    return fail(error(['study', 'to'], say.supply.order, say.supply.later(study.from)));
  const names = base.cases.map(({ cluster }) => cluster);
  const errors: UserError[] = study.paths.flatMap(({ flows }, path) =>
    flows.flatMap(({ cluster }, flow) =>
      names.includes(cluster)
        ? []
        : [
            error(
              ['study', 'paths', path, 'flows', flow, 'cluster'],
              say.noCluster(cluster),
              say.oneOf(names),
              nearest(cluster, names),
            ),
          ],
    ),
  );
  return errors.length > 0 ? fail(...errors) : asked;
}

/** A part for each cluster, what its chips deliver; the account of the years is put together from them. */
export const supply: Handler<'supply'> = {
  parts({ source }) {
    const question = readQuestion(source);
    return question.ok ? ok(question.value.base.cases.length) : question;
  },
  run({ source }, index) {
    const question = readQuestion(source);
    if (!question.ok) return question;
    const { cases, question: asked, model } = question.value.base;
    return ok<SupplyReport>({
      ...{ question: asked, model, deliveries: [deliveryOf(cases[index])] },
      ...{ target_flop: 0, run_time_s: 0, paths: [], lags: [], reading: '' },
    });
  },
  merge({ source }, reports) {
    const deliveries = reports.flatMap((report) => report.deliveries);
    const { study } = must(readQuestion(source));
    const report = { ...reports[0], deliveries, ...simulate(study, deliveries) };
    return { ...report, reading: supplyReading(report) };
  },
};

function deliveryOf(item: Case): Delivery {
  const { report } = solveCase(item, { top: 1 });
  const { model, training } = item.setup;
  const { tokens_per_second: rate, goodput, interval80, chips } = report;
  const perChip = ((rate ?? 0) * (goodput ?? 0)) / chips;
  const scale = rate ? perChip / rate : 0;
  return {
    cluster: item.cluster,
    feasible: report.feasible,
    reason: report.reason,
    tokens_per_second_per_chip: perChip,
    interval80: interval80
      ? [interval80.tokens_per_second[0] * scale, interval80.tokens_per_second[1] * scale]
      : [0, 0],
    // The run is what it is, even where this cluster cannot train it.
    model_flops_per_token: modelFlopsPerToken(model, training.sequence),
    tokens: training.tokens,
  };
}
