import { formatNumber, formatShortCount } from '../../units';
import { words } from '../../words';

export const MISSING = '–';

/** A number by `format`, or a dash where there is none. */
export const orMissing = (value: number | null | undefined, format: (value: number) => string): string =>
  value === null || value === undefined || !Number.isFinite(value) ? MISSING : format(value);

/** Three digits of a large number: 13515332 → "13.5M". */
export const short = formatShortCount;

/** A share as a number of percent, without the sign: 0.1042 → "10.4". */
export const percent = (share: number): string => formatNumber(share * 100);

/** Bytes as a number of decimal GB, without the unit. */
export const gigabytes = (bytes: number): string => formatNumber(bytes / 1e9);

/** "65.6 (55.4–77.6)". */
export function withInterval(
  value: number | null,
  interval: readonly [number, number] | null | undefined,
  format: (value: number) => string,
): string {
  if (value === null || !Number.isFinite(value)) return MISSING;
  if (!interval) return format(value);
  return `${format(value)} ${words().cli.compare.between(format(interval[0]), format(interval[1]))}`;
}
