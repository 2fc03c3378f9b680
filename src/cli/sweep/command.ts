import { createHash } from 'node:crypto';
import type { Shard, VaryReport } from '../../study';
import { formatCount } from '../../units';
import { words } from '../../words';
import type { CommonOptions } from '../answer';
import { ask } from '../ask';
import { EXIT } from '../exit';
import { sourceOf } from '../input';
import { toJson } from '../json';
import { reportProblems } from '../problems';
import { version } from '../version';
import { csvText } from './csv';
import { outputProblem, writeTable } from './output';
import { isFinished } from './read';
import { tableOf } from './table';

type Extra = { scenario?: string; incomplete?: { parts_done: number; parts: number } };

/** `sweep FILE`: a row for each point and cluster, as CSV, Parquet or JSON; a stopped sweep leaves the finished rows. */
export async function sweep(
  file: string,
  options: CommonOptions & { out?: string; shard?: Shard },
): Promise<number> {
  const { json, jobs, out, shard } = options;
  const source = sourceOf(file);
  if (!source.ok) return reportProblems(source.errors);
  const problem = out === undefined ? null : outputProblem(out);
  if (problem) return reportProblems([problem]);
  const scenario = shard ? fingerprint(source.value.text) : null;
  if (out !== undefined && shard && scenario && (await isFinished(out, shard, scenario))) {
    process.stderr.write(`${words().cli.sweep.finished(out)}\n`);
    return EXIT.answered;
  }
  const result = await ask({ kind: 'vary', source: source.value, ...(shard && { shard }) }, jobs);
  if (result.state === 'bad input') return reportProblems(result.errors);
  const stopped = result.state === 'stopped';
  if (result.report) {
    const extra: Extra = {
      ...(scenario !== null && { scenario }),
      ...(stopped && { incomplete: { parts_done: result.done, parts: result.total } }),
    };
    const failed = await put(result.report, extra, json === true, out);
    if (failed !== null) return failed;
  }
  if (!stopped) return EXIT.answered;
  process.stderr.write(`${words().cli.stopped(result.done, result.total)}\n`);
  return result.exit;
}

/** Shards of one table have the same: the text of the scenario, and the program that computed them. */
const fingerprint = (text: string): string =>
  createHash('sha256').update(`${version()}\n${text}`).digest('hex').slice(0, 16);

/** Writes the table to the file or to stdout; with a file, JSON still goes to stdout. The exit code if that failed. */
async function put(report: VaryReport, extra: Extra, json: boolean, out?: string): Promise<number | null> {
  const table = tableOf(report, extra.scenario ?? null);
  for (const note of report.notes) process.stderr.write(`${note}\n`);
  const text = `${toJson({ ...report, ...extra })}\n`;
  if (json) process.stdout.write(text);
  else if (out === undefined) process.stdout.write(csvText(table));
  if (out === undefined) return null;
  const problem = await writeTable(out, table, text);
  if (problem) return reportProblems([problem]);
  process.stderr.write(`${words().cli.sweep.wrote(formatCount(report.columns.row.length), out)}\n`);
  return null;
}
