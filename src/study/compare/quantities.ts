import type { Quantity } from '../../catalog';
import type { Interval80 } from '../../run';
import type { CaseReport } from '../case-types';

export interface Ranged {
  value: number;
  interval80: Interval80;
}

/** A quantity of a cluster with its 80 % interval, in SI (time in days); null where nothing fits. */
export function quantityOf(row: CaseReport, quantity: Quantity): Ranged | null {
  const { interval80: ranges, tokens_per_second: rate } = row;
  if (ranges === null || rate === null) return null;
  const ranged = (value: number | null, interval80: Interval80) =>
    value === null ? null : { value, interval80 };
  /** What is a fixed multiple of the rate. */
  const ofRate = (value: number | null) =>
    value === null
      ? null
      : ranged(value, [
          (ranges.tokens_per_second[0] * value) / rate,
          (ranges.tokens_per_second[1] * value) / rate,
        ]);
  switch (quantity) {
    case 'time':
      return ranged(row.days, ranges.days);
    case 'throughput':
      return ranged(rate, ranges.tokens_per_second);
    case 'per_chip':
      return ofRate(row.tokens_per_second_per_chip);
    case 'mfu':
      return ofRate(row.mfu);
    case 'cost':
      return ranged(row.cost_usd, ranges.cost_usd);
    case 'energy':
      return ranged(row.energy_j, ranges.energy_j);
  }
}
