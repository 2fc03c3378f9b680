import type { FlatSupply } from '../../catalog';

type Flow = FlatSupply['paths'][number]['flows'][number];
type Estimate = { low: number; central: number; high: number };

/** Quarters of a year: production and losses are spread over them evenly. */
export const STEPS_PER_YEAR = 4;

/**
 * The value of an estimate at a quantile: its bounds are the 10th and 90th percentile, straight lines lead through them
 * and the central value, and nothing falls below zero.
 */
export function quantile({ low, central, high }: Estimate, place: number): number {
  const value =
    place < 0.5
      ? central - ((0.5 - place) / 0.4) * (central - low)
      : central + ((place - 0.5) / 0.4) * (high - central);
  return Math.max(0, value);
}

/** Where each uncertain input of a flow stands between its bounds; one place for an input over all years. */
export interface Places {
  stock: number;
  supply: number;
  yield: number;
  hbm: number;
  attrition: number;
}

export const CENTRAL: Places = { stock: 0.5, supply: 0.5, yield: 0.5, hbm: 0.5, attrition: 0.5 };

/** Share of the stock that a quarter leaves. */
function keptOf({ attrition }: Flow, place: number): number {
  const lost = attrition ? Math.min(1, quantile(attrition, place)) : 0;
  return (1 - lost) ** (1 / STEPS_PER_YEAR);
}

const NOTHING = 1e-9;

/** What the quarter before a step brought and took, of central chips over time. */
export function movement(flow: Flow, chips: Float64Array, step: number): { arrived: number; lost: number } {
  if (step === 0) return { arrived: 0, lost: 0 };
  const lost = chips[step - 1] * (1 - keptOf(flow, CENTRAL.attrition));
  const arrived = chips[step] - chips[step - 1] + lost;
  // A difference of large numbers is never quite nothing.
  return { arrived: arrived > NOTHING * chips[step] ? arrived : 0, lost };
}

/** Chips in use at the beginning and after each quarter: what arrives, held back by memory, less what is lost. */
export function chipsOverTime(flow: Flow, from: number, steps: number, places: Places): Float64Array {
  const chips = new Float64Array(steps + 1);
  const kept = keptOf(flow, places.attrition);
  const limited = flow.hbm_stock !== undefined || flow.yearly.some(({ hbm }) => hbm !== undefined);
  let stacks = flow.hbm_stock ? quantile(flow.hbm_stock, places.hbm) : 0;
  let now = flow.stock ? quantile(flow.stock, places.stock) : 0;
  chips[0] = now;
  for (let step = 0; step < steps; step++) {
    const year = Math.floor(from + step / STEPS_PER_YEAR + 1e-9);
    const entry = flow.yearly.find((other) => other.year === year);
    const arriving = entry?.chips ? quantile(entry.chips, places.supply) / STEPS_PER_YEAR : 0;
    const share = entry?.yield ? Math.min(1, quantile(entry.yield, places.yield)) : 1;
    const dies = entry?.dies ? quantile(entry.dies, places.supply) / STEPS_PER_YEAR : 0;
    let made = arriving + (dies * share) / flow.dies_per_chip;
    if (limited) {
      stacks += entry?.hbm ? quantile(entry.hbm, places.hbm) / STEPS_PER_YEAR : 0;
      made = Math.min(made, stacks / flow.hbm_per_chip);
      stacks -= made * flow.hbm_per_chip;
    }
    now = now * kept + made;
    chips[step + 1] = now;
  }
  return chips;
}
