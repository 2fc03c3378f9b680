import { readVary, type VaryReport } from '../../study';
import { errorOf, formatCount } from '../../units';
import { words } from '../../words';
import { EXIT } from '../exit';
import { toJson } from '../json';
import { reportProblems } from '../problems';
import { csvText } from './csv';
import { formatOf, outputProblem, writeTable } from './output';
import { mergedTable, orderOfRows } from './parts';
import { type ReadPart, readPart } from './read';
import { tableOf } from './table';

/** `merge PART…`: the whole table of the shards of a sweep, the same bytes as without shards. */
export async function merge(
  files: readonly string[],
  options: { json?: true; out?: string },
): Promise<number> {
  const { json, out } = options;
  const problem = out === undefined ? null : outputProblem(out);
  if (problem) return reportProblems([problem]);
  const read = await Promise.all(files.map(readPart));
  const errors = read.flatMap((part) => (part.ok ? [] : part.errors));
  if (errors.length > 0) return reportProblems(errors);
  const parts = read.flatMap((part) => (part.ok ? [part.value] : []));
  const order = orderOfRows(parts);
  if (!order.ok) return reportProblems(order.errors);
  const report = mergedReport(parts, order.value);
  if (report === null && (json || (out !== undefined && formatOf(out) === 'json'))) {
    const { notJson, json: expected } = words().cli.merge;
    const [file] = files;
    return reportProblems([errorOf(file, notJson, expected)]);
  }
  const table = report ? tableOf(report, null) : mergedTable(parts, order.value);
  const text = report ? `${toJson(report)}\n` : '';
  if (json) process.stdout.write(text);
  else if (out === undefined) process.stdout.write(csvText(table));
  if (out === undefined) return EXIT.answered;
  const failed = await writeTable(out, table, text);
  if (failed) return reportProblems([failed]);
  process.stderr.write(`${words().cli.sweep.wrote(formatCount(table.rows.length), out)}\n`);
  return EXIT.answered;
}

/** The report of the whole table; null unless all parts are reports (JSON). */
function mergedReport(parts: readonly ReadPart[], order: readonly [number, number][]): VaryReport | null {
  const reports = parts.flatMap(({ report }) => (report ? [report] : []));
  if (reports.length < parts.length) return null;
  const ordered = (pick: (report: VaryReport) => Record<string, Float64Array>) =>
    Object.fromEntries(
      Object.keys(pick(reports[0])).map((name) => [
        name,
        Float64Array.from(order, ([part, at]) => pick(reports[part])[name][at]),
      ]),
    );
  const { scenario: _, ...first } = reports[0];
  const report: VaryReport = {
    ...first,
    shard: null,
    columns: ordered(({ columns }) => columns) as VaryReport['columns'],
    inputs: ordered(({ inputs }) => inputs),
    derived: ordered(({ derived }) => derived),
  };
  return readVary(report);
}
