import { pointValues, rowNames, type Scenario, type Variants } from '../../catalog';
import type { Plan } from '../../step';
import { ok, type Result } from '../../units';
import { solveCase } from '../case';
import type { Shard, VaryReport } from '../types';
import { emptyReport, setRow } from './columns';
import { derivedColumns, resultOf } from './derived';

/** Rows of the whole table. */
export const rowsOf = ({ vary, cases }: Scenario): number => (vary?.points ?? 1) * cases.length;

/** How many rows a shard has. */
export const shardRows = (rows: number, { index, of }: Shard): number =>
  Math.max(0, Math.ceil((rows - index) / of));

/**
 * Rows `from` to `to` of a shard, each planned anew. The best plan of the row before starts the search of the next, of
 * the same cluster: a search finds the same plan with and without it, so that any division of the rows gives the same.
 */
export function tableRows(
  { base, variant, inputAt }: Variants,
  shard: Shard,
  from: number,
  to: number,
): Result<VaryReport> {
  const { vary, cases } = base;
  const report = emptyReport(base, rowsOf(base), to - from);
  const derived = derivedColumns(vary?.derived ?? [], rowNames(vary?.axes ?? []));
  const hints: (Plan | null)[] = cases.map(() => null);
  for (let at = 0; at < to - from; at++) {
    const row = shard.index + (from + at) * shard.of;
    const point = Math.floor(row / cases.length);
    const cluster = row % cases.length;
    const varied = variant(point);
    if (!varied.ok) return varied;
    const item = varied.value.cases[cluster];
    const { search, report: solved } = solveCase(item, { top: 1, hint: hints[cluster] });
    hints[cluster] = search.best?.plan ?? hints[cluster];
    setRow(report, at, { row, cluster, solved, values: vary ? pointValues(vary, point) : [] });
    const made = new Map<string, number>();
    const value = (name: string): number =>
      made.get(name) ?? resultOf(name, solved, item.run.usdPerChipHour) ?? inputAt(point, cluster, name);
    for (const { name, of } of derived) {
      const result = of(value);
      made.set(name, result);
      report.derived[name][at] = Number.isFinite(result) ? result : Number.NaN;
    }
  }
  return ok(report);
}
