import { median } from 'simple-statistics';
import type { ErrorSummary } from './types';

/** Null without values. */
export const medianOf = (values: readonly number[]): number | null =>
  values.length === 0 ? null : median([...values]);

/** Mean, median, 90th percentile and worst of absolute relative errors; zeros without any. */
export function summariseErrors(name: string, errors: readonly number[]): ErrorSummary {
  const sorted = errors.map(Math.abs).sort((a, b) => a - b);
  const n = sorted.length;
  if (n === 0) return { name, count: 0, mape: 0, median: 0, p90: 0, worst: 0 };
  return {
    name,
    count: n,
    mape: sorted.reduce((a, b) => a + b, 0) / n,
    median: median(sorted),
    p90: sorted[Math.min(n - 1, Math.floor(0.9 * n))],
    worst: sorted[n - 1],
  };
}
