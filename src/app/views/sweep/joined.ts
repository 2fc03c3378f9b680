import type { VaryReport } from '../../../study';

/** Finished parts of a sweep as one table, so that rows are drawn before the last is there. */
export function joined(parts: readonly VaryReport[]): VaryReport {
  const names = Object.keys(parts[0].columns) as (keyof VaryReport['columns'])[];
  const rows = parts.reduce((sum, part) => sum + part.columns.value.length, 0);
  const columns = {} as VaryReport['columns'];
  for (const name of names) {
    const column = new Float64Array(rows);
    let at = 0;
    for (const part of parts) {
      column.set(part.columns[name], at);
      at += part.columns[name].length;
    }
    columns[name] = column;
  }
  return { ...parts[0], columns };
}
