/** Operations that are drawn at most. */
export const MOST_OPERATIONS = 50_000;

/**
 * Which passes are drawn where all would be too many: those that begin before `until` or end after `from`, about half
 * of the budget each. `weight[i]` is the number of operations of pass i; null: all of them fit.
 */
export function windowOf(
  start: Float64Array,
  end: Float64Array,
  operationsOf: (i: number) => number,
  most: number,
): { until: number; from: number } | null {
  let total = 0;
  for (let i = 0; i < start.length; i++) total += operationsOf(i);
  if (total <= most) return null;
  const last = end.reduce((a, b) => Math.max(a, b), 0);
  const count = (picked: (i: number) => boolean) => {
    let sum = 0;
    for (let i = 0; i < start.length; i++) if (picked(i)) sum += operationsOf(i);
    return sum;
  };
  const until = widest(last, (time) => count((i) => start[i] < time) <= most / 2);
  const from = last - widest(last, (time) => count((i) => end[i] > last - time) <= most / 2);
  return { until, from };
}

/** Largest time up to `most` for which `fits` holds, to a millionth of it. */
function widest(most: number, fits: (time: number) => boolean): number {
  let low = 0;
  let high = most;
  for (let i = 0; i < 20; i++) {
    const middle = (low + high) / 2;
    if (fits(middle)) low = middle;
    else high = middle;
  }
  return low;
}
