import type { Cluster } from '../hardware';
import type { Setup, StepEstimate } from '../step';
import { rootSumOfSquares, steadyExp, steadyLog } from '../units';
import { failureRateSpread } from './defaults';
import { goodput } from './goodput';
import { interval80, throughputSpread, Z90 } from './interval';
import type { Interval80, RunAssumptions, RunEstimate } from './types';

/** Spread of ln(goodput) from evaluations, rewinds and restarts, and of ln(price): ranges of the defaults' sources. */
const OTHER_SPREAD = 0.04;
const PRICE_SPREAD = 0.2;
const SECONDS_PER_DAY = 86400;
/**
 * Where failures come faster than restarts, operators change the job: fault-tolerant replicas kept 44 % effective time
 * at 100,000 GPUs with a failure every 18 minutes (arXiv 2602.00277). Below half of that nobody would let it run on.
 */
const LEAST_GOODPUT = 0.2;

/** ln(goodput) relative to the central one where failures are an 80 % bound rarer (−1) or more frequent (+1). */
function goodputShift(cluster: Cluster, run: RunAssumptions, side: -1 | 1): number {
  const failuresPer1000NodeDays =
    run.failuresPer1000NodeDays * steadyExp(side * Z90 * failureRateSpread(cluster.system));
  const share = (assumed: RunAssumptions) => Math.max(LEAST_GOODPUT, goodput(cluster, assumed));
  return steadyLog(share({ ...run, failuresPer1000NodeDays }) / share(run));
}

/** 80 % interval of a quantity that falls with throughput and goodput: the sides differ as goodput saturates. */
function durationInterval(
  point: number,
  spread: number,
  shifts: { rare: number; frequent: number },
): Interval80 {
  const low = rootSumOfSquares(Z90 * spread, shifts.rare);
  const high = rootSumOfSquares(Z90 * spread, shifts.frequent);
  return [point * steadyExp(-low), point * steadyExp(high)];
}

/** The whole run under the best plan: wall days, energy and money of the whole cluster, idle chips included. */
export function estimateRun(setup: Setup, step: StepEstimate, run: RunAssumptions): RunEstimate {
  const { cluster, training } = setup;
  // Chips that the plan leaves idle stop nobody's work when they fail; they are spares.
  const working: Cluster = { ...cluster, chips: step.ranksUsed / cluster.system.chip.dies };
  const share = Math.max(LEAST_GOODPUT, goodput(working, run));
  const seconds = training.tokens / (step.tokensPerSecond * share);
  const days = seconds / SECONDS_PER_DAY;
  const watts = cluster.chips * cluster.system.serverWattsPerChip * run.powerDrawShare * run.pue;
  const costUsd = ((cluster.chips * seconds) / 3600) * run.usdPerChipHour;
  const spread = throughputSpread(setup, step.plan);
  const shifts = { rare: goodputShift(working, run, -1), frequent: goodputShift(working, run, 1) };
  const duration = rootSumOfSquares(spread, OTHER_SPREAD);
  return {
    goodput: share,
    days,
    energyJoules: watts * seconds,
    costUsd,
    interval80: {
      tokensPerSecond: interval80(step.tokensPerSecond, spread),
      days: durationInterval(days, duration, shifts),
      costUsd: durationInterval(costUsd, rootSumOfSquares(duration, PRICE_SPREAD), shifts),
    },
  };
}
