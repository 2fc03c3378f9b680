import { median } from 'simple-statistics';
import type { PointReport } from '../types';

/**
 * The usual rule of thumb on the same points: each chip and number format reaches one share of the BF16 peak, whatever
 * the model, plan and software. The share is the median of these very points, so the rule is shown at its best.
 * Returns relative errors of tokens/s.
 */
export function constantMfuErrors(points: readonly PointReport[]): number[] {
  const groups = new Map<string, number[]>();
  for (const { chip, precision, measured_mfu } of points) {
    if (measured_mfu === null) continue;
    const key = `${chip}|${precision}`;
    groups.set(key, [...(groups.get(key) ?? []), measured_mfu]);
  }
  return [...groups.values()].flatMap((shares) => {
    const assumed = median(shares);
    return shares.map((share) => assumed / share - 1);
  });
}
