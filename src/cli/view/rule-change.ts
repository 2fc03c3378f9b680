import type { CapRow, RuleChangeReport } from '../../study';
import { formatCount, formatNumber } from '../../units';
import { words } from '../../words';
import { MISSING, orMissing, withInterval } from './numbers';
import { blocks, table, wrap } from './table';

/** What each cap does to each cluster. */
export function ruleChangeText(report: RuleChangeReport): string {
  const { ruleChange: say } = words();
  const { head } = say;
  return blocks(
    `${wrap(report.question)}\n${words().cli.compare.model(report.model)}`,
    wrap(report.reading),
    table(
      [
        { head: head.cluster },
        { head: head.cap },
        { head: head.throughput, right: true },
        { head: head.days, right: true },
        { head: head.run, right: true },
        { head: head.needed, right: true },
        { head: head.cost, right: true },
        { head: head.runs, right: true },
      ],
      report.rows.map(cells),
    ),
    report.rows.map((row) => wrap(sentence(row), '  ')).join('\n'),
    wrap(say.legend),
  );
}

function cells(row: CapRow): string[] {
  const { ruleChange: say } = words();
  const { runs_per_year: runs, before, after } = row;
  return [
    row.cluster,
    row.cap,
    withInterval(row.throughput_ratio, row.throughput_ratio_interval80, formatNumber),
    say.arrow(
      orMissing(before.days, formatNumber),
      withInterval(after.days, after.interval80?.days, formatNumber),
    ),
    withInterval(row.run_cost_ratio, row.run_cost_ratio_interval80, formatNumber),
    say.arrow(
      orMissing(row.chips_before, formatCount),
      row.chips_needed === null
        ? say.unreachable
        : `${formatCount(row.chips_needed)} ${span(row.chips_needed_interval80)}`,
    ),
    withInterval(row.cost_ratio, row.cost_ratio_interval80, formatNumber),
    say.arrow(
      orMissing(runs.before, formatNumber),
      withInterval(runs.after, runs.after_interval80, formatNumber),
    ),
  ];
}

function span(ends: readonly [number | null, number | null] | null): string {
  if (!ends) return '';
  const [low, high] = ends;
  return words().cli.compare.between(
    low === null ? MISSING : formatCount(low),
    high === null ? '…' : formatCount(high),
  );
}

function sentence({ cluster, cap, changed, reason }: CapRow): string {
  const { ruleChange: say } = words();
  const what = changed.length === 0 ? say.nothing(cluster, cap) : say.what(cluster, cap, changed);
  return reason === null ? what : `${what} ${say.notFit(cluster, cap, reason)}`;
}
