import { formatNumber, formatPercent, formatSeconds, formatUsd, formatWatts } from '../units';
import type { WholeRunReport } from './whole-run-report';

export type AssumptionName = keyof WholeRunReport['assumptions'];

/** A value of an assumption with its unit, which the end of its name tells. */
export function assumptionText(name: AssumptionName, value: number): string {
  if (name.endsWith('_s')) return formatSeconds(value);
  if (name.endsWith('_share')) return formatPercent(value);
  if (name.includes('_w_')) return formatWatts(value);
  return name.startsWith('usd_') ? formatUsd(value) : formatNumber(value);
}

/** The 80 % bounds of an assumption; null where a scenario gives the value, which then has none. */
export function assumptionRange(
  name: AssumptionName,
  { low, high }: { low: number; high: number },
): string | null {
  return low === high ? null : `${assumptionText(name, low)} – ${assumptionText(name, high)}`;
}
