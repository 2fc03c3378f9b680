import { type InlineOptions, inlineExecutor } from './inline';
import { engineOn } from './run';
import type { Engine, Executor } from './types';
import { studyWork } from './work';

/** Inline, with every task, part and report copied as a worker's border would: what isn't plain data fails here. */
export function clonedEngine({ work }: InlineOptions = {}): Engine {
  const executor = inlineExecutor(work ? async () => work : studyWork);
  const cloned: Executor = {
    lanes: executor.lanes,
    call: async (method, args, label, signal) =>
      structuredClone(await executor.call(method, structuredClone(args), label, signal)),
    close: () => executor.close(),
  };
  return engineOn(cloned);
}
