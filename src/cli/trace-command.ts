import { type TimelineReport, traceJson } from '../study';
import { formatCount } from '../units';
import { words } from '../words';
import type { CommonOptions } from './answer';
import { ask } from './ask';
import { EXIT } from './exit';
import { sourceOf } from './input';
import { toJson } from './json';
import { fileProblem, writeOutput } from './output-file';
import { plain } from './plain';
import { reportProblems } from './problems';
import { traceText } from './view/trace';

/** `trace FILE`: one simulated step, as a summary, as JSON, or as a file for Perfetto beside them. */
export async function trace(
  file: string,
  { json, jobs, cluster, out }: CommonOptions & { cluster?: string; out?: string },
): Promise<number> {
  const source = sourceOf(file);
  if (!source.ok) return reportProblems(source.errors);
  const unwritable = out === undefined ? null : fileProblem(out);
  if (unwritable) return reportProblems([unwritable]);
  const result = await ask({ kind: 'timeline', source: source.value, cluster: cluster ?? null }, jobs);
  if (result.state === 'bad input') return reportProblems(result.errors);
  const stopped = result.state === 'stopped';
  if (result.report) {
    const { report } = result;
    const incomplete = stopped ? { incomplete: { parts_done: result.done, parts: result.total } } : {};
    process.stdout.write(
      json ? `${toJson({ ...report, ...incomplete })}\n` : `${plain(traceText(report))}\n`,
    );
    if (out !== undefined) {
      const problem = writeOutput(out, traceJson(report));
      if (problem) return reportProblems([problem]);
      process.stderr.write(`${words().cli.trace.wrote(formatCount(operationsIn(report)), out)}\n`);
    }
  }
  if (!stopped) return EXIT.answered;
  process.stderr.write(`${words().cli.stopped(result.done, result.total)}\n`);
  return result.exit;
}

const operationsIn = ({ timelines }: TimelineReport): number =>
  timelines.reduce((sum, { operations }) => sum + operations.start_s.length, 0);
