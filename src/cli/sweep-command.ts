import { accessSync, constants, existsSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { VaryReport } from '../study';
import { formatCount } from '../units';
import { words } from '../words';
import type { CommonOptions } from './answer';
import { ask } from './ask';
import { sweepCsv } from './csv';
import { EXIT } from './exit';
import { sourceOf, whyNot } from './input';
import { toJson } from './json';
import { reportProblems } from './problems';

type Incomplete = { incomplete?: { parts_done: number; parts: number } };

/** `sweep FILE`: a row for each value and cluster, as CSV or JSON; a stopped sweep leaves the finished rows. */
export async function sweep(file: string, options: CommonOptions & { out?: string }): Promise<number> {
  const { json, jobs, out } = options;
  const source = sourceOf(file);
  if (!source.ok) return reportProblems(source.errors);
  // Before hours of work, not after them.
  const unwritable = out === undefined ? null : writeProblem(out);
  if (out !== undefined && unwritable !== null) return refuse(out, unwritable);
  const result = await ask({ kind: 'vary', source: source.value }, jobs);
  if (result.state === 'bad input') return reportProblems(result.errors);
  const stopped = result.state === 'stopped';
  if (result.report) {
    const incomplete = stopped ? { incomplete: { parts_done: result.done, parts: result.total } } : {};
    const problem = put({ ...result.report, ...incomplete }, json === true, out);
    if (out !== undefined && problem !== null) return refuse(out, problem);
  }
  if (!stopped) return EXIT.answered;
  process.stderr.write(`${words().cli.stopped(result.done, result.total)}\n`);
  return result.exit;
}

/** Writes the table to the file or to stdout; with a file, JSON still goes to stdout. Why not, or null. */
function put(report: VaryReport & Incomplete, json: boolean, out: string | undefined): string | null {
  if (json) process.stdout.write(`${toJson(report)}\n`);
  else if (out === undefined) process.stdout.write(sweepCsv(report));
  if (out === undefined) return null;
  try {
    writeFileSync(out, sweepCsv(report));
  } catch (caught) {
    return whyNot(caught);
  }
  process.stderr.write(`${words().cli.sweep.wrote(formatCount(report.columns.value.length), out)}\n`);
  return null;
}

function writeProblem(out: string): string | null {
  try {
    if (existsSync(out)) accessSync(out, constants.W_OK);
    else accessSync(dirname(out), constants.W_OK);
    return null;
  } catch (caught) {
    return whyNot(caught);
  }
}

function refuse(file: string, why: string): number {
  const { sweep: say } = words().cli;
  const message = say.unwritable(why);
  return reportProblems([
    { file, line: null, column: null, path: '', message, expected: say.writable, nearest: null },
  ]);
}
