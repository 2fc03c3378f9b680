import { steadyLog } from '../../units';

/** `count` values from `from` to `to`, evenly spaced, ends included. */
export function steps(from: number, to: number, count: number): number[] {
  return Array.from({ length: count }, (_, i) => from + ((to - from) * i) / (count - 1));
}

/**
 * Values of two parameters with the least mean |ln(predicted / measured)| over a grid. A grid is deterministic, needs no
 * start and cannot leave the physical range; ties keep the earlier value. Null without points.
 */
export function fitGrid<Point extends { seconds: number }>(
  points: readonly Point[],
  predict: (point: Point, a: number, b: number) => number,
  first: readonly number[],
  second: readonly number[] = [0],
): [number, number] | null {
  if (points.length === 0) return null;
  let best: [number, number] = [first[0], second[0]];
  let least = Number.POSITIVE_INFINITY;
  for (const a of first) {
    for (const b of second) {
      let sum = 0;
      for (const point of points) sum += Math.abs(steadyLog(predict(point, a, b) / point.seconds));
      if (sum < least) {
        least = sum;
        best = [a, b];
      }
    }
  }
  return best;
}
