import type { Engine, TaskKind, TaskOf } from '../engine';
import type { TaskReport } from '../study';
import type { UserError } from '../units';
import { EXIT } from './exit';
import { progressLine } from './progress';

type Answer<K extends TaskKind> =
  | { state: 'done'; report: TaskReport<K> }
  | { state: 'bad input'; errors: UserError[] }
  /** The user stopped the work; the report holds the finished parts, if any. */
  | { state: 'stopped'; report: TaskReport<K> | null; done: number; total: number; exit: number };

/** Threads beside the program's own. */
export type Jobs = number | 'none';

/** Runs a task on `jobs` threads, with progress on a terminal; Ctrl-C stops it and keeps what is finished. */
export async function ask<K extends TaskKind>(task: TaskOf<K>, jobs: Jobs): Promise<Answer<K>> {
  const stop = new AbortController();
  let exit: number = EXIT.interrupted;
  const interrupt = () => stop.abort();
  const terminate = () => {
    exit = EXIT.terminated;
    stop.abort();
  };
  process.once('SIGINT', interrupt).once('SIGTERM', terminate);
  const engine = await engineFor(jobs);
  const line = progressLine(task.kind);
  const finished: { index: number; report: TaskReport<K> }[] = [];
  let total = 0;
  try {
    const result = await engine.run(task, {
      signal: stop.signal,
      onProgress: (done, of) => {
        total = of;
        line.update(done, of);
      },
      onPart: (index, report) => finished.push({ index, report }),
    });
    return result.ok
      ? { state: 'done', report: result.value }
      : { state: 'bad input', errors: result.errors };
  } catch (error) {
    if (!stop.signal.aborted || error !== stop.signal.reason) throw error;
    const reports = finished.sort((a, b) => a.index - b.index).map(({ report }) => report);
    const report = reports.length > 0 ? (await import('../study')).mergeReports(task, reports) : null;
    return { state: 'stopped', report, done: reports.length, total, exit };
  } finally {
    line.clear();
    engine.close();
    process.off('SIGINT', interrupt).off('SIGTERM', terminate);
  }
}

/** In this thread no signal is heard during a part: only for what takes no time. */
async function engineFor(jobs: Jobs): Promise<Engine> {
  if (jobs === 'none') return (await import('../engine')).inlineEngine();
  return (await import('../engine/node')).nodeEngine({ workers: jobs });
}
