import type { Quantity } from '../../catalog';
import { type CaseReport, type CompareReport, differences, quantityOf, workText } from '../../study';
import { formatCount, formatNumber, formatPercent } from '../../units';
import { words } from '../../words';
import { gigabytes, MISSING, orMissing, percent, short, withInterval } from './numbers';
import { planText } from './plan';
import { blocks, table, wrap } from './table';

const JOULES_PER_GWH = 3.6e12;

/** The comparison for a reader: a row per cluster, the plans, and a sentence on what limits each. */
export function compareText(report: CompareReport): string {
  const { compare } = words().cli;
  const models = new Set(report.cases.map(({ inputs }) => inputs.model));
  return blocks(
    [wrap(report.question), ...(models.size > 1 ? [] : [compare.model(report.model)])].join('\n'),
    answerTable(report.cases),
    askedTable(report),
    planTable(report.cases),
    wrap(report.reading),
    report.cases.map((row) => wrap(sentence(row), '  ')).join('\n'),
    report.cases.some(({ feasible }) => feasible) ? wrap(compare.legend) : '',
  );
}

function answerTable(cases: CaseReport[]): string {
  const { compare, resource } = words().cli;
  const { head } = compare;
  return table(
    [
      { head: head.cluster },
      { head: head.chips, right: true },
      { head: head.rate, right: true },
      { head: head.days, right: true },
      { head: head.mfu, right: true },
      { head: head.memory, right: true },
      { head: head.cost, right: true },
      { head: head.limit },
    ],
    cases.map((row) => [
      row.cluster,
      formatCount(row.chips),
      orMissing(row.tokens_per_second, short),
      withInterval(row.days, row.interval80?.days, formatNumber),
      orMissing(row.mfu, percent),
      compare.of(orMissing(row.memory_bytes_per_chip, gigabytes), gigabytes(row.memory_capacity_bytes)),
      orMissing(row.cost_usd, short),
      row.bottleneck ? resource[row.bottleneck] : compare.notFit,
    ]),
  );
}

const formats: Record<Quantity, (value: number) => string> = {
  time: formatNumber,
  throughput: short,
  per_chip: formatNumber,
  mfu: percent,
  cost: short,
  energy: (joules) => formatNumber(joules / JOULES_PER_GWH),
};

/** What is asked of the clusters, over the reference too, and what they do not train alike. */
function askedTable({ cases, asked, ratios }: CompareReport): string {
  const { cli, reading } = words();
  const { head } = cli.compare;
  const own = differences(cases);
  if (ratios.length === 0 && own.length === 0) return '';
  return table(
    [
      { head: head.cluster },
      ...own.map((of) => ({ head: reading.work[of] })),
      ...asked.quantities.flatMap((quantity) => [
        { head: head.asked[quantity], right: true },
        { head: head.over[quantity](asked.reference), right: true },
      ]),
    ],
    cases.map((row) => [
      row.cluster,
      ...own.map((of) => workText(of, row.inputs[of])),
      ...asked.quantities.flatMap((quantity) => {
        const ranged = quantityOf(row, quantity);
        const over = ratios.find(
          (ratio) =>
            ratio.cluster === row.cluster && ratio.over === asked.reference && ratio.quantity === quantity,
        );
        return [
          ranged ? withInterval(ranged.value, ranged.interval80, formats[quantity]) : MISSING,
          over ? withInterval(over.ratio, over.interval80, formatNumber) : MISSING,
        ];
      }),
    ]),
  );
}

function planTable(cases: CaseReport[]): string {
  const { head } = words().cli.compare;
  const fitting = cases.filter(({ plan }) => plan !== null);
  if (fitting.length === 0) return '';
  return table(
    [{ head: head.cluster }, { head: head.plan }],
    fitting.map(({ cluster, plan }) => [cluster, plan ? planText(plan) : MISSING]),
  );
}

/** What holds the cluster back, or why it can't do the work. */
export function sentence(row: CaseReport): string {
  const { compare, resource } = words().cli;
  if (row.bottleneck === null || row.elasticity === null) {
    return compare.notFitting(row.cluster, (row.reason ?? '').replace(/\.$/, ''));
  }
  const gain = 1.1 ** row.elasticity[row.bottleneck] - 1;
  const overhead = row.bottleneck === 'latency_and_host';
  const limited = compare.limited(row.cluster, resource[row.bottleneck], formatPercent(gain), overhead);
  if (row.chips_idle < 1) return limited;
  return `${limited} ${compare.idle(formatCount(Math.round(row.chips_idle)), formatCount(row.chips))}`;
}
