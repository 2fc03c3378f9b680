import {
  formatBandwidth,
  formatBytes,
  formatCount,
  formatDays,
  formatFlops,
  formatNumber,
  formatSeconds,
  formatTokensPerSecond,
  formatUsd,
  formatWatts,
} from '../../units';
import { words } from '../../words';
import type { VaryReport } from '../types';

type Axis = Omit<VaryReport['axes'][number], 'repeated'>;

const byUnit: Readonly<Record<string, (value: number) => string>> = {
  'B/s': formatBandwidth,
  B: formatBytes,
  'FLOP/s': formatFlops,
  s: formatSeconds,
  W: formatWatts,
  'USD/h': (value) => `${formatUsd(value)}/h`,
};

/** "64 experts", "50 GB/s scale out bandwidth", "precision fp8". */
export function placeText({ column, unit, labels }: Axis, value: number): string {
  const name = column.replaceAll('_', ' ');
  if (labels) return `${name} ${labels[value]}`;
  const shown = byUnit[unit]?.(value) ?? (Number.isInteger(value) ? formatCount(value) : formatNumber(value));
  return `${shown} ${name}`;
}

/** "80 %: 20 to 30". */
export const intervalText = ([low, high]: readonly [number, number]): string =>
  words().reading.between(formatNumber(low), formatNumber(high));

/** "12 % less". */
export function changeText(from: number, to: number): string {
  const say = words().reading;
  const share = to / from - 1;
  return Math.abs(share) < 0.0005
    ? say.unchanged
    : say.change(`${formatNumber(Math.abs(share) * 100)} %`, share > 0);
}

export const rateText = formatTokensPerSecond;
export const daysText = formatDays;

/** First letter large, as a sentence begins. */
export const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

/** A cluster's name, in quotes where a comma of its own would be taken for one of the list. */
export const nameText = (name: string): string => (/[,;]/.test(name) ? `“${name}”` : name);

export const nameList = (names: readonly string[]): string => words().reading.list(names.map(nameText));
