import type { Cluster } from '../hardware';
import { checkpointInterval, meanTimeBetweenFailures } from './goodput';
import { type PowerParts, powerParts } from './power';
import type { Interval80, RunAssumptions, RunEstimate } from './types';

const SECONDS_PER_DAY = 86400;
const JOULES_PER_KWH = 3.6e6;
/** Spread of the grid's carbon as 80 % bounds over the central value: between regions of one country. */
const CARBON_RANGE = [0.75, 1.3] as const;
/** Chance that spares suffice at any moment. */
const ENOUGH = 0.95;

/** What happens over a whole run beside the steps. Energies are of the whole run. */
export interface RunAccount {
  /** Expected failures that stop the job. */
  failures: number;
  meanSecondsBetweenFailures: number;
  /** Daly's optimum. */
  checkpointIntervalSeconds: number;
  /** Shares of wall time. */
  lost: { restart: number; rework: number; checkpoint: number; other: number };
  /** Chips that wait for repair with a chance of 5 % or less: what should stand by. */
  spareChips: number;
  energyJoules: PowerParts;
  carbonKg: number;
  carbonKg80: Interval80;
}

/** Splits a run into its parts; `workingChips` are those whose failure stops it. */
export function runAccount(
  cluster: Cluster,
  workingChips: number,
  { days, energyJoules }: Pick<RunEstimate, 'days' | 'energyJoules'>,
  run: RunAssumptions,
): RunAccount {
  const seconds = days * SECONDS_PER_DAY;
  const mean = meanTimeBetweenFailures(workingChips, run);
  const interval = checkpointInterval(run.checkpointBlockingSeconds, mean);
  const failures = seconds / mean;
  const finite = Number.isFinite(mean);
  const power = powerParts(cluster.system, run);
  const scale = cluster.chips * seconds;
  const carbonKg = (energyJoules / JOULES_PER_KWH) * run.kgCo2PerKwh;
  return {
    failures,
    meanSecondsBetweenFailures: mean,
    checkpointIntervalSeconds: interval,
    lost: {
      restart: run.restartSeconds / mean,
      rework: finite ? interval / 2 / mean : 0,
      checkpoint: finite ? run.checkpointBlockingSeconds / (interval + run.checkpointBlockingSeconds) : 0,
      other: run.otherLossShare,
    },
    spareChips: finite ? spareNodes(run.repairSeconds / mean) * cluster.system.chipsPerNode : 0,
    energyJoules: {
      chip: power.chip * scale,
      server: power.server * scale,
      network: power.network * scale,
      facility: power.facility * scale,
    },
    carbonKg,
    carbonKg80: [carbonKg * CARBON_RANGE[0], carbonKg * CARBON_RANGE[1]],
  };
}

/** The least number that a Poisson count of this mean does not pass with the chance `ENOUGH`. */
function spareNodes(mean: number): number {
  // Beyond some hundreds the count is as good as normal.
  if (mean > 500) return Math.ceil(mean + 1.645 * Math.sqrt(mean));
  let term = Math.exp(-mean);
  let sum = term;
  let count = 0;
  while (sum < ENOUGH && count < 2000) {
    count += 1;
    term *= mean / count;
    sum += term;
  }
  return count;
}
