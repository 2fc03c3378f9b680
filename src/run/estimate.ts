import type { Cluster } from '../hardware';
import type { Setup, StepEstimate } from '../step';
import { rootSumOfSquares, SECONDS_PER_DAY, steadyExp, steadyLog } from '../units';
import { failureRateSpread } from './defaults';
import { goodputOf } from './goodput';
import { interval80, throughputSpread, Z90 } from './interval';
import { wattsPerChip } from './power';
import { spareChips } from './spares';
import type { Interval80, RunAssumptions, RunEstimate } from './types';

/** Spread of ln(goodput) from evaluations, rewinds and restarts, and of ln(price): ranges of the defaults' sources. */
export const OTHER_SPREAD = 0.04;
export const PRICE_SPREAD = 0.2;

/** ln(goodput) relative to the central one where failures are an 80 % bound rarer (−1) or more frequent (+1). */
export function goodputShift(cluster: Cluster, run: RunAssumptions, side: -1 | 1): number {
  const failuresPer1000NodeDays =
    run.failuresPer1000NodeDays * steadyExp(side * Z90 * failureRateSpread(cluster.system));
  const shifted = goodputOf(cluster.chips, { ...run, failuresPer1000NodeDays });
  return steadyLog(shifted / goodputOf(cluster.chips, run));
}

/**
 * Ends of the 80 % interval, as factors, of a quantity that falls with throughput and goodput of the chips at work: the
 * sides differ as goodput saturates.
 */
export function durationFactors(working: Cluster, spread: number, run: RunAssumptions): Interval80 {
  const low = rootSumOfSquares(Z90 * spread, goodputShift(working, run, -1));
  const high = rootSumOfSquares(Z90 * spread, goodputShift(working, run, 1));
  return [steadyExp(-low), steadyExp(high)];
}

/** Standard deviation of ln(days), failures apart, of that of ln(throughput). */
export const durationSpread = (throughput: number): number => rootSumOfSquares(throughput, OTHER_SPREAD);

/** Chips that a run pays for: the cluster and the spares beside it. */
export const paidChips = ({ chips, system }: Cluster, workingChips: number, run: RunAssumptions): number =>
  chips + spareChips(system, workingChips, run);

/**
 * The central values of a whole run at `tokensPerSecond`: energy and money of the whole cluster, idle chips included,
 * money of the spares that stand by as well.
 */
export function runTotals(
  { cluster, training }: Setup,
  tokensPerSecond: number,
  workingChips: number,
  run: RunAssumptions,
): Omit<RunEstimate, 'interval80'> {
  const share = goodputOf(workingChips, run);
  const seconds = training.tokens / (tokensPerSecond * share);
  const watts = cluster.chips * wattsPerChip(cluster.system, run);
  return {
    goodput: share,
    days: seconds / SECONDS_PER_DAY,
    energyJoules: watts * seconds,
    costUsd: (paidChips(cluster, workingChips, run) * seconds * run.usdPerChipHour) / 3600,
  };
}

/**
 * The whole run under the best plan: wall days, energy and money of the whole cluster, idle chips included. `meanRate`:
 * tokens per second over all stages of a run, where it has several.
 */
export function estimateRun(
  setup: Setup,
  step: StepEstimate,
  run: RunAssumptions,
  meanRate = step.tokensPerSecond,
): RunEstimate {
  const { cluster } = setup;
  const working: Cluster = { ...cluster, chips: step.ranksUsed / cluster.system.chip.dies };
  const totals = runTotals(setup, meanRate, working.chips, run);
  const { days, costUsd } = totals;
  const spread = throughputSpread(setup, step.plan);
  const duration = durationSpread(spread);
  const around = (point: number, by: number): Interval80 => {
    const [low, high] = durationFactors(working, by, run);
    return [point * low, point * high];
  };
  return {
    interval80: {
      tokensPerSecond: interval80(step.tokensPerSecond, spread),
      days: around(days, duration),
      costUsd: around(costUsd, rootSumOfSquares(duration, PRICE_SPREAD)),
    },
    ...totals,
  };
}
