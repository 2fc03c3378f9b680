import type { UncertaintyReport } from '../../study';
import { formatNumber } from '../../units';
import { words } from '../../words';
import { orMissing, percent, short } from './numbers';
import { blocks, table, titled, wrap } from './table';

const SHOWN_BARS = 10;
const JOULES_PER_GWH = 3.6e12;

/** How sure an answer is, for a reader: percentiles, where the spread comes from, single causes. */
export function uncertaintyText(report: UncertaintyReport): string {
  const { compare, uncertainty: say } = words().cli;
  const { planning } = report;
  return blocks(
    `${wrap(report.question)}\n${compare.model(report.model)}`,
    wrap(report.reading),
    percentileTable(report),
    ...report.clusters.map((cluster) => indexTable(report, cluster)),
    ...report.clusters.map((cluster) => tornadoTable(report, cluster)),
    wrap(say.samples(report.samples, percent(report.error), report.converged)),
    wrap(
      say.planning(
        planning.searches,
        planning.screened,
        planning.checked,
        percent(planning.mean_shortfall),
        percent(planning.worst_shortfall),
      ),
    ),
  );
}

function percentileTable({ outputs }: UncertaintyReport): string {
  const { head, output: names } = words().cli.uncertainty;
  return table(
    [
      { head: head.cluster },
      { head: head.output },
      { head: head.p10, right: true },
      { head: head.p50, right: true },
      { head: head.p90, right: true },
      { head: head.error, right: true },
      { head: head.infeasible, right: true },
    ],
    outputs.map((row) => {
      const large = row.output === 'tokens_per_second' || row.output === 'cost_usd';
      const show = (value: number) =>
        orMissing(row.output === 'energy_j' ? value / JOULES_PER_GWH : value, large ? short : formatNumber);
      return [
        row.cluster,
        names[row.output],
        ...[row.p10, row.p50, row.p90].map(show),
        orMissing(Math.max(row.p10_error, row.p90_error), percent),
        percent(row.infeasible_share),
      ];
    }),
  );
}

function indexTable({ indices }: UncertaintyReport, cluster: string): string {
  const { head, indices: title } = words().cli.uncertainty;
  const rows = indices
    .filter((row) => row.cluster === cluster && row.output === 'tokens_per_second' && row.total > 0)
    .sort((a, b) => b.total - a.total);
  if (rows.length === 0) return '';
  return titled(
    title(cluster),
    [{ head: head.factor }, { head: head.first, right: true }, { head: head.total, right: true }],
    rows.map(({ factor, first, first_error, total, total_error }) => [
      factor,
      `${percent(first)} ± ${percent(first_error)}`,
      `${percent(total)} ± ${percent(total_error)}`,
    ]),
  );
}

function tornadoTable({ tornado }: UncertaintyReport, cluster: string): string {
  const { head, tornado: title } = words().cli.uncertainty;
  const rows = tornado.filter((row) => row.cluster === cluster).slice(0, SHOWN_BARS);
  if (rows.length === 0) return '';
  return titled(
    title(cluster),
    [{ head: head.factor }, { head: head.low, right: true }, { head: head.high, right: true }],
    rows.map(({ factor, at_p10, at_p90 }) => [factor, orMissing(at_p10, short), orMissing(at_p90, short)]),
  );
}
