import { RESOURCES } from '../../step';
import type { VaryReport } from '../../study';
import { formatNumber } from '../../units';
import { words } from '../../words';
import { MISSING, orMissing, percent, short, withInterval } from './numbers';
import { blocks, table, wrap } from './table';

/** The table of a file that varies an input: a row for each value and cluster. */
export function varyText(report: VaryReport): string {
  const { compare, resource, vary } = words().cli;
  const { columns } = report;
  const unit = report.unit === '' || report.unit === '1' ? '' : ` ${report.unit}`;
  const rows = Array.from(columns.value, (value, at) => {
    const low = columns.low[at];
    const limit = RESOURCES[columns.bottleneck[at]];
    return [
      formatNumber(value, 6),
      report.clusters[columns.cluster[at]] ?? MISSING,
      withInterval(
        columns.tokens_per_second[at],
        Number.isFinite(low) ? [low, columns.high[at]] : null,
        short,
      ),
      orMissing(columns.days[at], formatNumber),
      orMissing(columns.mfu[at], percent),
      orMissing(columns.step_time_s[at], formatNumber),
      limit ? resource[limit] : compare.notFit,
    ];
  });
  const head = [`${report.key}${unit}`, compare.head.cluster, vary.head.rate, vary.head.days];
  return blocks(
    wrap(report.question),
    table(
      [
        { head: head[0], right: true },
        { head: head[1] },
        { head: head[2], right: true },
        { head: head[3], right: true },
        { head: compare.head.mfu, right: true },
        { head: vary.head.step, right: true },
        { head: compare.head.limit },
      ],
      rows,
    ),
  );
}
