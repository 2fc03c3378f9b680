import { InternalError } from './errors';
import { engineOn } from './run';
import type { Engine, Executor, Work } from './types';
import { studyWork } from './work';

export interface InlineOptions {
  /** What to do in place of the study room's work. */
  work?: Work;
}

/** Runs tasks in this thread, one part at a time; between parts it yields, so that abort and progress are heard. */
export function inlineEngine({ work }: InlineOptions = {}): Engine {
  return engineOn(inlineExecutor(work ? async () => work : studyWork));
}

/** Longest time in milliseconds that parts follow one another without a look at the event loop. */
const YIELD_AFTER_MS = 12;

export function inlineExecutor(load: () => Promise<Work>): Executor {
  const closed = new AbortController();
  let turn: Promise<unknown> = Promise.resolve();
  let yielded = 0;
  return {
    lanes: 1,
    call(method, args, label, signal) {
      const mine = turn.then(async () => {
        if (performance.now() - yielded > YIELD_AFTER_MS) {
          await new Promise((resume) => setTimeout(resume, 0));
          yielded = performance.now();
        }
        for (const reason of [signal, closed.signal]) if (reason.aborted) throw reason.reason;
        const work = await load();
        try {
          // Each is generic; the compiler can't tie `args` to `method` here.
          return (work[method] as (...given: typeof args) => ReturnType<Work[typeof method]>)(...args);
        } catch (error) {
          throw InternalError.in(label, error);
        }
      });
      turn = mine.catch(() => {});
      return mine;
    },
    close: () => closed.abort(new InternalError('the engine is closed')),
  };
}
