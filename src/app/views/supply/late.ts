import type { SupplyPath } from '../../../study';

/** Of two paths of which one gets there and the other not by the end: the years that are left after the first. */
export function lateBy(
  paths: readonly SupplyPath[],
  first: string,
  second: string,
): { early: string; late: string; years: number } | null {
  const [one, other] = [first, second].map((name) => paths.find((path) => path.name === name));
  if (!one || !other) return null;
  const [early, late] = one.reached_year === null ? [other, one] : [one, other];
  if (early.reached_year === null || late.reached_year !== null) return null;
  const end = early.points[early.points.length - 1].year;
  // What can never train it is not behind.
  if (late.points[late.points.length - 1].delivered_flop_per_s === 0) return null;
  return { early: early.name, late: late.name, years: end - early.reached_year };
}
