import type { TaskReport } from '../study';
import { fail, ok, type Result, type UserError } from '../units';
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
  const split = await executor.call('splitTask', [task], `cutting up ${task.kind}`, signal);
  if (!split.ok) return split;
  const parts = split.value;
  const partDone = progressOf(parts.length, onProgress);
  const results = await inLanes(parts, executor.lanes, async (part, index) => {
    const label = `part ${index + 1} of ${parts.length} of ${task.kind}`;
    const result = await executor.call('runPart', [part], label, signal);
    if (signal.aborted) throw signal.reason;
    if (result.ok) onPart?.(index, result.value as TaskReport<K>);
    partDone();
    return result;
  });
  const reports = results.flatMap((result) => (result.ok ? [result.value] : []));
  if (reports.length < results.length) return fail(...distinctErrors(results));
  const merged = await executor.call(
    'mergeReports',
    [task, reports],
    `putting ${task.kind} together`,
    signal,
  );
  return ok(merged as TaskReport<K>);
}

/** Maps in the order of `items`, at most `lanes` at a time: an abort has few calls to take back, however long the list. */
async function inLanes<T, R>(items: T[], lanes: number, map: (item: T, index: number) => Promise<R>) {
  const results = new Array<R>(items.length);
  const entries = items.entries();
  const lane = async () => {
    for (const [index, item] of entries) results[index] = await map(item, index);
  };
  await Promise.all(Array.from({ length: Math.min(lanes, items.length) }, lane));
  return results;
}

/** All errors in the order of the parts, so that they don't depend on which part was first; each once. */
function distinctErrors(results: Result<unknown>[]): UserError[] {
  const errors = results.flatMap((result) => (result.ok ? [] : result.errors));
  return [...new Map(errors.map((error) => [JSON.stringify(error), error])).values()];
}
