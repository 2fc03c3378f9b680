import type { Setup, StepEstimate } from '../step';
import { goodput } from './goodput';
import { interval80, throughputSpread } from './interval';
import type { RunAssumptions, RunEstimate } from './types';

/** Spread of ln(goodput) and of ln(price): ranges of the sources behind the defaults. */
const GOODPUT_SPREAD = 0.05;
const PRICE_SPREAD = 0.2;
const SECONDS_PER_DAY = 86400;

/** The whole run under the best plan: wall days, energy and money of the whole cluster, idle chips included. */
export function estimateRun(setup: Setup, step: StepEstimate, run: RunAssumptions): RunEstimate {
  const { cluster, training } = setup;
  const share = goodput(cluster, run);
  const seconds = training.tokens / (step.tokensPerSecond * share);
  const days = seconds / SECONDS_PER_DAY;
  const watts = cluster.chips * cluster.system.serverWattsPerChip * run.powerDrawShare * run.pue;
  const costUsd = ((cluster.chips * seconds) / 3600) * run.usdPerChipHour;
  const spread = throughputSpread(setup, step.plan);
  return {
    goodput: share,
    days,
    energyJoules: watts * seconds,
    costUsd,
    interval80: {
      tokensPerSecond: interval80(step.tokensPerSecond, spread),
      days: interval80(days, Math.hypot(spread, GOODPUT_SPREAD)),
      costUsd: interval80(costUsd, Math.hypot(spread, GOODPUT_SPREAD, PRICE_SPREAD)),
    },
  };
}
