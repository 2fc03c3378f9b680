const MIN_INTERVAL_MS = 100;

/** Counts finished parts and tells `listener` at once of the first and the last, of the others ten times a second. */
export function progressOf(total: number, listener?: (done: number, total: number) => void): () => void {
  let done = 0;
  let told = performance.now();
  listener?.(0, total);
  return () => {
    done++;
    const now = performance.now();
    if (done < total && now - told < MIN_INTERVAL_MS) return;
    told = now;
    listener?.(done, total);
  };
}
