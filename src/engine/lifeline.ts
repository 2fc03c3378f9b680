/**
 * A worker that ends by itself, or is ended by the browser, fires no event at its owner. So each worker says that it
 * has started and holds a named lock for as long as it lives; its owner waits for that lock: to be granted it is the
 * news of the death. Where the browser has no locks (pages that are not served securely) only a failed start and
 * errors are noticed.
 */
interface Lifeline {
  /** Name of the lock; null without locks. */
  lifeline: string | null;
}

/** Longer than any script takes to load that somebody waits for. */
const STARTUP_MS = 12_000;

const isLifeline = (data: unknown): data is Lifeline =>
  typeof data === 'object' && data !== null && 'lifeline' in data;

/** The worker's side: takes the lock, never gives it back, and tells its name. */
export function holdLifeline(tell: (message: Lifeline) => void): void {
  if (!navigator.locks) {
    tell({ lifeline: null });
    return;
  }
  const lifeline = `moe-capacity worker ${Date.now()} ${Math.random()}`;
  void navigator.locks.request(lifeline, () => {
    tell({ lifeline });
    return new Promise(() => {});
  });
}

/** The owner's side: calls `onDeath` when the worker does not start or its lock becomes free, until the signal. */
export function watchLifeline(worker: Worker, onDeath: (why: string) => void, signal: AbortSignal): void {
  const startup = setTimeout(() => onDeath('it did not start'), STARTUP_MS);
  signal.addEventListener('abort', () => clearTimeout(startup));
  const hear = ({ data }: MessageEvent<unknown>) => {
    if (!isLifeline(data)) return;
    clearTimeout(startup);
    worker.removeEventListener('message', hear);
    if (data.lifeline === null) return;
    navigator.locks
      .request(data.lifeline, { signal }, () => onDeath('it ended'))
      .catch(() => {
        // The wait was called off: the worker's owner ended it.
      });
  };
  worker.addEventListener('message', hear, { signal });
}
