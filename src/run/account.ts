import type { Cluster } from '../hardware';
import { SECONDS_PER_DAY } from '../units';
import { runDefaults } from './defaults';
import { LEAST_GOODPUT } from './estimate';
import { checkpointInterval, meanTimeBetweenFailures } from './goodput';
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
  /** Shares of wall time; with goodput they add up to 1. */
  lost: { restart: number; rework: number; checkpoint: number; other: number };
  /** The least goodput that a run is let have, where failures would leave it less; else null. */
  goodputFloor: number | null;
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
  { days, energyJoules, goodput }: Pick<RunEstimate, 'days' | 'energyJoules' | 'goodput'>,
  run: RunAssumptions,
): RunAccount {
  const seconds = days * SECONDS_PER_DAY;
  const mean = meanTimeBetweenFailures(workingChips, run);
  const interval = checkpointInterval(run.checkpointBlockingSeconds, mean);
  const failures = seconds / mean;
  const power = powerParts(cluster.system, run);
  const scale = cluster.chips * seconds;
  const grid = runDefaults(cluster.system).kgCo2PerKwh;
  const carbonKg = (energyJoules / JOULES_PER_KWH) * run.kgCo2PerKwh;
  return {
    failures,
    meanSecondsBetweenFailures: mean,
    checkpointIntervalSeconds: interval,
    lost: lostShares(run, mean, interval, goodput),
    goodputFloor: goodput === LEAST_GOODPUT ? LEAST_GOODPUT : null,
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

/**
 * What takes the wall time that does not train: failures first, checkpoints in what they leave, other losses in what both
 * leave, as in `goodput`. Where its floor holds, the causes share what is lost in the same proportion.
 */
function lostShares(
  run: RunAssumptions,
  mean: number,
  interval: number,
  goodput: number,
): RunAccount['lost'] {
  const { restartSeconds, checkpointBlockingSeconds: write, otherLossShare } = run;
  const failing = Number.isFinite(mean);
  const restart = failing ? restartSeconds / mean : 0;
  const rework = failing ? interval / 2 / mean : 0;
  const up = Math.max(0, 1 - restart - rework);
  const blocked = failing && write > 0 ? write / (interval + write) : 0;
  const checkpoint = up * blocked;
  const other = up * (1 - blocked) * otherLossShare;
  const sum = restart + rework + checkpoint + other;
  const scale = sum > 0 ? (1 - goodput) / sum : 0;
  return {
    restart: restart * scale,
    rework: rework * scale,
    checkpoint: checkpoint * scale,
    other: other * scale,
  };
}
