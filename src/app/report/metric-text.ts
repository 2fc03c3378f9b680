import {
  formatDays,
  formatEnergy,
  formatNumber,
  formatPercent,
  formatTokensPerSecond,
  formatUsd,
} from '../../units';
import { words } from '../words';

export const JOULES_PER_GWH = 3.6e12;

/** A metric's value with its unit; `energy` in GWh, as axes have it. */
export const metricText: { [M in keyof typeof words.figures.metrics]: (value: number) => string } = {
  tokens: formatTokensPerSecond,
  days: formatDays,
  mfu: (value) => `${formatPercent(value)} MFU`,
  cost: formatUsd,
  energy: (value) => formatEnergy(value * JOULES_PER_GWH),
  forOne: (value) => words.figures.chipsForOne(formatNumber(value)),
};
