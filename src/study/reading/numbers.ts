import {
  formatBandwidth,
  formatBytes,
  formatCount,
  formatDays,
  formatFlops,
  formatNumber,
  formatSeconds,
  formatShortCount,
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

/** "64 experts", "50 GB/s scale-out bandwidth", "precision fp8". */
export function placeText(axis: Omit<Axis, 'column'>, value: number): string {
  const name = inputText(axis);
  const { unit, labels } = axis;
  return labels ? `${name} ${labels[value]}` : words().reading.amountOf(amountText(unit, value), name);
}

/** What an input is called: "scale-out bandwidth", "H800: memory" where it is of one cluster. */
export function inputText({ key, cluster }: Pick<Axis, 'key' | 'cluster'>): string {
  const say = words().reading;
  const name = say.inputs[key] ?? key.replaceAll('_', ' ');
  return cluster === null ? name : say.ofCluster(cluster, name);
}

/** "64", "50 GB/s". */
export const amountText = (unit: string, value: number): string =>
  byUnit[unit]?.(value) ?? (Number.isInteger(value) ? formatCount(value) : formatNumber(value));

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

/** First letter large, as a sentence begins. */
export const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

/** A cluster's name, in quotes where a comma of its own would be taken for one of the list. */
export const nameText = (name: string): string => (/[,;]/.test(name) ? `“${name}”` : name);

export const nameList = (names: readonly string[]): string => words().reading.list(names.map(nameText));

/** A row's rate with its interval: "4.78M tokens/s (80 %: 4.3M to 5.3M)". */
export function rateOf({ tokens_per_second, low, high }: VaryReport['columns'], at: number): string {
  return words().reading.sureTo(
    formatTokensPerSecond(tokens_per_second[at]),
    words().reading.between(formatShortCount(low[at]), formatShortCount(high[at])),
  );
}

/** "77.4 days (80 %: 70 to 86)". */
export const daysOf = ({ days, days_low, days_high }: VaryReport['columns'], at: number): string =>
  words().reading.sureTo(formatDays(days[at]), intervalText([days_low[at], days_high[at]]));

/** The place of a row among the inputs that a cluster has: "64 experts and 50 GB/s scale-out bandwidth". */
export const placeOf = ({ axes, inputs }: VaryReport, at: number, cluster: string): string =>
  words().reading.list(
    axes
      .filter(({ cluster: only }) => only === null || only === cluster)
      .map((axis) => placeText(axis, inputs[axis.column][at])),
  );
