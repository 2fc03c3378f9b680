const MIN_INTERVAL_MS = 100;

/** What is told of the work on a task's parts: never less than before, and all of them at the end. */
interface Progress {
  part(): void;
  /** All that the answer needs is done, whatever is still at work. */
  end(): void;
}

/** Counts finished parts and tells `listener` at once of the first and the last, of the others ten times a second. */
export function progressOf(total: number, listener?: (done: number, total: number) => void): Progress {
  let done = 0;
  let told = performance.now();
  let ended = total === 0;
  const tell = () => {
    ended ||= done === total;
    listener?.(done, total);
  };
  listener?.(0, total);
  return {
    part() {
      if (ended) return;
      done++;
      const now = performance.now();
      if (done < total && now - told < MIN_INTERVAL_MS) return;
      told = now;
      tell();
    },
    end() {
      if (ended) return;
      done = total;
      tell();
    },
  };
}
