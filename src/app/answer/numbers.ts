import { digitsFor, formatNumber } from '../../units';

/** A value and its interval in the digits that the interval supports. */
export function rounded(
  value: number,
  low: number,
  high: number,
): { value: string; low: string; high: string } {
  const digits = digitsFor(value, low, high);
  return {
    value: formatNumber(value, digits),
    low: formatNumber(low, digits),
    high: formatNumber(high, digits),
  };
}
