import type { TaskReport } from '../study';
import { fail, ok, type Result, type UserError } from '../units';
import { EarlyEnd } from './early-end';
import { progressOf } from './progress';
import type { Engine, EngineOptions, Executor, TaskKind, TaskOf } from './types';

/** The engine on any executor: split, run each part, merge in the order of the parts. */
export function engineOn(executor: Executor): Engine {
  return {
    async run<K extends TaskKind>(task: TaskOf<K>, options: EngineOptions<K> = {}) {
      const stop = new AbortController();
      const giveUp = () => stop.abort(options.signal?.reason);
      if (options.signal?.aborted) giveUp();
      options.signal?.addEventListener('abort', giveUp);
      try {
        return await answer(executor, task, options, stop.signal);
      } finally {
        options.signal?.removeEventListener('abort', giveUp);
        // After a failure of one part nobody waits for the others.
        stop.abort();
      }
    },
    close: () => executor.close(),
  };
}

async function answer<K extends TaskKind>(
  executor: Executor,
  task: TaskOf<K>,
  { onProgress, onPart }: EngineOptions<K>,
  signal: AbortSignal,
): Promise<Result<TaskReport<K>>> {
  const started = await executor.call('startTask', [task], `starting ${task.kind}`, signal);
  if (!started.ok) return started;
  if ('report' in started.value) return ok(started.value.report as TaskReport<K>);
  const { parts } = started.value;
  const progress = progressOf(parts.length, onProgress);
  const results: Result<TaskReport<K>>[] = new Array(parts.length);
  const early = new EarlyEnd<K>(results, parts, (reports) =>
    executor.call('isEnough', [task, reports], `judging ${task.kind}`, signal),
  );
  const all = inLanes(parts, executor.lanes, async (part, index) => {
    if (index >= early.end) return;
    const label = `part ${index + 1} of ${parts.length} of ${task.kind}`;
    const result = await executor.call('runPart', [part], label, signal);
    if (signal.aborted) throw signal.reason;
    if (index >= early.end) return;
    results[index] = result as Result<TaskReport<K>>;
    if (result.ok) onPart?.(index, result.value as TaskReport<K>);
    progress.part();
    early.look();
  });
  await Promise.race([all.then(() => early.judged()), early.reached]);
  // Parts that are still at work are abandoned; nobody waits for them.
  all.catch(() => {});
  const used = results.slice(0, early.end);
  const reports = used.flatMap((result) => (result.ok ? [result.value] : []));
  if (reports.length < used.length) return fail(...distinctErrors(used));
  progress.end();
  // Hundreds of parts take the asker's thread a while to hand over: not in one go with the last part and what shows it.
  if (reports.length > 1) await new Promise((resume) => setTimeout(resume));
  const merged = await executor.call(
    'mergeReports',
    [task, reports],
    `putting ${task.kind} together`,
    signal,
  );
  return ok(merged as TaskReport<K>);
}

/** Maps in the order of `items`, at most `lanes` at a time: an abort has few calls to take back, however long the list. */
async function inLanes<T>(items: T[], lanes: number, work: (item: T, index: number) => Promise<void>) {
  const entries = items.entries();
  const lane = async () => {
    for (const [index, item] of entries) await work(item, index);
  };
  await Promise.all(Array.from({ length: Math.min(lanes, items.length) }, lane));
}

/** All errors in the order of the parts, so that they don't depend on which part was first; each once. */
function distinctErrors(results: Result<unknown>[]): UserError[] {
  const errors = results.flatMap((result) => (result.ok ? [] : result.errors));
  return [...new Map(errors.map((error) => [JSON.stringify(error), error])).values()];
}
