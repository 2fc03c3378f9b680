import { amounts } from '../words';
import type { Dimension } from './dimension';
import { SECONDS_PER_DAY } from './numbers';

const prefixes = ['', 'k', 'M', 'G', 'T', 'P', 'E', 'Z', 'Y'];
const small = ['', 'm', 'µ', 'n', 'p'];
const suffixes = ['', 'k', 'M', 'B', 'T'];
const missing = '–';

/** Three significant digits without exponent or trailing zeros, thousands set apart: 1234.5 → "1,230", 0.0500 → "0.05". */
export function formatNumber(value: number, digits = 3): string {
  if (!Number.isFinite(value)) return missing;
  const rounded = Number(value.toPrecision(digits));
  if (rounded === 0) return '0';
  const size = Math.abs(rounded);
  if (size >= 1e21 || size < 1e-6) return String(rounded);
  return formatterOf(digits).format(rounded);
}

/** Kept, since making one takes a hundred times as long as using it, and a page shows hundreds of numbers. */
const formatters = new Map<number, Intl.NumberFormat>();
function formatterOf(maximumSignificantDigits: number): Intl.NumberFormat {
  let known = formatters.get(maximumSignificantDigits);
  if (!known) {
    known = new Intl.NumberFormat('en-US', { maximumSignificantDigits });
    formatters.set(maximumSignificantDigits, known);
  }
  return known;
}

/** Digits of a figure that a rule compares with its threshold: all before the point and one behind it. */
const COMPARED = 4;

/** A figure or threshold of a rule: never rounded from one side of the other to the other. 64010 → "64,010". */
export function formatCompared(value: number): string {
  const before = Math.floor(Math.log10(Math.max(1, Math.abs(value)))) + 1;
  return formatNumber(value, Math.max(COMPARED, before + 1));
}

/** Scales so that one to three digits stand before the point, after rounding (999.9 G → 1 T). */
function scaled(value: number, steps: readonly string[]): [number, string] {
  const rounded = Math.abs(Number(value.toPrecision(3)));
  let step = 0;
  while (step < steps.length - 1 && rounded >= 1000 ** (step + 1)) step += 1;
  return [value / 1000 ** step, steps[step]];
}

function si(value: number, unit: string): string {
  if (!Number.isFinite(value)) return missing;
  const [number, prefix] = scaled(value, prefixes);
  return `${formatNumber(number)} ${prefix}${unit}`;
}

/** FLOP/s → "989 TFLOP/s". */
export const formatFlops = (flopPerSecond: number): string => si(flopPerSecond, 'FLOP/s');

/** B/s → "3.35 TB/s" (decimal). */
export const formatBandwidth = (bytesPerSecond: number): string => si(bytesPerSecond, 'B/s');

/** B → "80 GB" (decimal: 1 GB = 1e9 B). */
export const formatBytes = (bytes: number): string => si(bytes, 'B');

/** W → "1.46 kW". */
export const formatWatts = (watts: number): string => si(watts, 'W');

/** J → "12.3 GWh". */
export const formatEnergy = (joules: number): string => si(joules / 3600, 'Wh');

/** Counts: 28.5e12 → "28.5T"; below ten thousand whole: 7680 → "7,680". */
export function formatCount(count: number): string {
  if (!Number.isFinite(count)) return missing;
  if (Math.abs(count) < 10_000 && Number.isInteger(count)) return formatNumber(count, 4);
  const [number, suffix] = scaled(count, suffixes);
  return `${formatNumber(number)}${suffix}`;
}

/** A count that is known to three digits at most, also below ten thousand: 7682 → "7,680". */
export const formatShortCount = (count: number): string => formatCount(Number(count.toPrecision(3)));

/** Tokens per second → "41.2M tokens/s". */
export const formatTokensPerSecond = (rate: number): string =>
  Number.isFinite(rate) ? amounts().tokensPerSecond(formatShortCount(rate)) : missing;

/** Days → "38.1 days". */
export const formatDays = (days: number): string =>
  Number.isFinite(days) ? amounts().days(formatNumber(days), Number(days.toPrecision(3)) === 1) : missing;

/** US dollars → "$5.58M". */
export function formatUsd(usd: number): string {
  if (!Number.isFinite(usd)) return missing;
  return usd < 0
    ? `-$${formatCount(-usd)}`
    : `$${Math.abs(usd) < 1000 ? formatNumber(usd) : formatShortCount(usd)}`;
}

/** A share → "38.2 %". */
export const formatPercent = (share: number): string =>
  Number.isFinite(share) ? `${formatNumber(share * 100)} %` : missing;

/** Seconds → "12.3 ms", "4.5 s", "10 min", "3.1 h", "54 days". */
export function formatSeconds(seconds: number): string {
  if (!Number.isFinite(seconds)) return missing;
  const size = Math.abs(Number(seconds.toPrecision(3)));
  if (size >= 172_800) return formatDays(seconds / SECONDS_PER_DAY);
  if (size >= 7200) return `${formatNumber(seconds / 3600)} h`;
  if (size >= 120) return `${formatNumber(seconds / 60)} min`;
  let step = 0;
  while (step < small.length - 1 && size !== 0 && size * 1000 ** step < 1) step += 1;
  return `${formatNumber(seconds * 1000 ** step)} ${small[step]}s`;
}

const byDimension: Record<Dimension, (value: number) => string> = {
  bandwidth: formatBandwidth,
  flops: formatFlops,
  bytes: formatBytes,
  seconds: formatSeconds,
  watts: formatWatts,
  usd: formatUsd,
  'usd-per-hour': (value) => (Number.isFinite(value) ? `${formatUsd(value)}/h` : missing),
  count: formatCount,
  ratio: formatPercent,
  tokens: (value) => (Number.isFinite(value) ? amounts().tokens(formatCount(value)) : missing),
};

/** An SI value in the customary unit of its dimension, three significant digits; "–" where there is no number. */
export const formatQuantity = (value: number, dimension: Dimension): string => byDimension[dimension](value);
