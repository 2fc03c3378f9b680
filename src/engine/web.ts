import { watchLifeline } from './lifeline';
import { Pool, type StartWorker } from './pool';
import { connect } from './remote';
import { engineOn } from './run';
import type { Engine } from './types';

export interface WebOptions {
  /** At most this many Web Workers; they start when there is work for them. Default: cores − 1, at least 1, at most 8. */
  workers?: number;
  /** Makes a worker that runs other work than the study room's. */
  worker?: () => Worker;
}

/** Runs tasks in Web Workers, off the page's thread. */
export function webEngine({ workers = coresToUse(), worker = studyWorker }: WebOptions = {}): Engine {
  return engineOn(new Pool(startOf(worker), workers));
}

const coresToUse = () => Math.min(8, Math.max(1, (navigator.hardwareConcurrency ?? 2) - 1));

const studyWorker = () => new Worker(new URL('./web-worker.ts', import.meta.url), { type: 'module' });

function startOf(make: () => Worker): StartWorker {
  return (onDeath) => {
    const worker = make();
    const deaf = new AbortController();
    const die = (why: string) => {
      if (deaf.signal.aborted) return;
      deaf.abort();
      onDeath(why);
    };
    const { signal } = deaf;
    // A script that can't be loaded gives an event without a message.
    worker.addEventListener('error', ({ message }) => die(message || 'its script did not load'), { signal });
    worker.addEventListener('messageerror', () => die('its answer could not be read'), { signal });
    watchLifeline(worker, die, signal);
    return {
      remote: connect(worker),
      terminate: async () => {
        deaf.abort();
        worker.terminate();
      },
      setBusy: () => {},
    };
  };
}
