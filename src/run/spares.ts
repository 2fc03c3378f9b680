import type { System } from '../hardware';
import { steadyExp } from '../units';
import { meanTimeBetweenFailures } from './goodput';
import type { RunAssumptions } from './types';

/** Standard normal quantile at 0.95: the chance that spares suffice at any moment. */
const ENOUGH = 0.95;
const ENOUGH_SIGMAS = 1.645;
/** Above this mean a Poisson quantile is that of the normal with its skew, to less than one. */
const MANY = 40;

/**
 * Chips that stand by for those under repair: as many whole nodes as suffice at any moment with a chance of 95 %, or the
 * share of the cluster that is given. They are paid for like those at work; idle and mostly off, they draw next to nothing.
 */
export function spareChips(system: System, workingChips: number, run: RunAssumptions): number {
  if (run.spareShare !== null) return run.spareShare * workingChips;
  const mean = run.repairSeconds / meanTimeBetweenFailures(workingChips, run);
  return spareNodes(mean) * system.chipsPerNode;
}

/** The least number that a Poisson count of this mean does not pass with the chance `ENOUGH`. */
export function spareNodes(mean: number): number {
  if (mean > MANY) {
    return Math.ceil(mean + ENOUGH_SIGMAS * Math.sqrt(mean) + (ENOUGH_SIGMAS * ENOUGH_SIGMAS - 1) / 6 - 0.5);
  }
  let term = steadyExp(-mean);
  let sum = term;
  let count = 0;
  while (sum < ENOUGH && count < 2 * MANY) {
    count += 1;
    term *= mean / count;
    sum += term;
  }
  return count;
}
