import type { TaskKind, TaskOf } from '../engine';
import type { TaskReport } from '../study';
import type { UserError } from '../units';
import { words } from '../words';
import { ask, type Jobs } from './ask';
import { EXIT } from './exit';
import { toJson } from './json';
import { plain } from './plain';
import { reportProblems } from './problems';

/** Options that every command has. */
export interface CommonOptions {
  json?: true;
  jobs: Jobs;
}

/** Runs a task and prints its report, as JSON or through `view`; returns the exit code. `placed` completes an error's
 * place, `data` is what of the report is printed as JSON. */
export async function answer<K extends TaskKind>(
  task: TaskOf<K>,
  { json, jobs }: CommonOptions,
  view: (report: TaskReport<K>) => string,
  placed: (error: UserError) => UserError = (error) => error,
  data: (report: TaskReport<K>) => object = (report) => report,
): Promise<number> {
  const result = await ask(task, jobs);
  if (result.state === 'bad input') return reportProblems(result.errors.map(placed));
  const stopped = result.state === 'stopped';
  if (result.report) {
    const { report } = result;
    const incomplete = stopped ? { incomplete: { parts_done: result.done, parts: result.total } } : {};
    process.stdout.write(
      json ? `${toJson({ ...data(report), ...incomplete })}\n` : `${plain(view(report))}\n`,
    );
  }
  if (!stopped) return EXIT.answered;
  process.stderr.write(`${words().cli.stopped(result.done, result.total)}\n`);
  return result.exit;
}
