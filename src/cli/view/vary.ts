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
  const derived = Object.values(report.derived);
  const rows = Array.from(columns.row, (_, at) => {
    const low = columns.low[at];
    const limit = RESOURCES[columns.bottleneck[at]];
    return [
      ...report.axes.map(({ column, labels }) => {
        const value = report.inputs[column][at];
        return labels ? labels[value] : formatNumber(value, 6);
      }),
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
      ...derived.map((values) => orMissing(values[at], (value) => formatNumber(value, 4))),
    ];
  });
  return blocks(
    wrap(report.question),
    wrap(report.reading),
    table(
      [
        ...report.axes.map(({ column, unit, labels }) => ({
          head: unit === '' ? column : `${column} ${unit}`,
          right: labels === null,
        })),
        { head: compare.head.cluster },
        { head: vary.head.rate, right: true },
        { head: vary.head.days, right: true },
        { head: compare.head.mfu, right: true },
        { head: vary.head.step, right: true },
        { head: compare.head.limit },
        ...Object.keys(report.derived).map((head) => ({ head, right: true })),
      ],
      rows,
    ),
  );
}
