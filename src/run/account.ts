import type { Cluster } from '../hardware';
import { SECONDS_PER_DAY } from '../units';
import { runDefaults } from './defaults';
import { checkpointInterval, meanTimeBetweenFailures, type WallTime, wallTime } from './goodput';
import { type PowerParts, powerParts } from './power';
import { spareChips } from './spares';
import type { Interval80, RunAssumptions, RunEstimate } from './types';

const JOULES_PER_KWH = 3.6e6;

/** What happens over a whole run beside the steps. Energies are of the whole run. */
interface RunAccount {
  /** Expected failures that stop the job. */
  failures: number;
  meanSecondsBetweenFailures: number;
  /** Daly's optimum. */
  checkpointIntervalSeconds: number;
  wallTime: WallTime;
  /** Chips that stand by for those under repair; in the cost. */
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
  const failures = seconds / mean;
  const power = powerParts(cluster.system, run);
  const scale = cluster.chips * seconds;
  const grid = runDefaults(cluster.system).kgCo2PerKwh;
  const carbonKg = (energyJoules / JOULES_PER_KWH) * run.kgCo2PerKwh;
  return {
    failures,
    meanSecondsBetweenFailures: mean,
    checkpointIntervalSeconds: checkpointInterval(run.checkpointBlockingSeconds, mean),
    wallTime: wallTime(workingChips, run),
    spareChips: spareChips(cluster.system, workingChips, run),
    energyJoules: {
      chip: power.chip * scale,
      server: power.server * scale,
      network: power.network * scale,
      facility: power.facility * scale,
    },
    carbonKg,
    carbonKg80: [carbonKg * (grid.low / grid.value), carbonKg * (grid.high / grid.value)],
  };
}
