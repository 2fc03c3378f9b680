import {
  fixedSeconds,
  jitterFactor,
  type LayerTable,
  leastMicroBatches,
  type Plan,
  pipelineParameters,
  pipelineSavedBytes,
  WEIGHT_BYTES,
} from '../step';
import type { Pipeline } from './pipelines';
import type { Replicas } from './replicas';
import { BATCH_TOLERANCE } from './space';

/**
 * Upper bounds on the sequences a second of plans and lower bounds on their memory, each proved from terms of the step
 * that no plan escapes. Rounding may take the last bits of a bound, so whoever compares leaves a little slack.
 */

/** Pipelines under one number of ranks a stage and one micro-batch, the highest bound first. */
export interface RankedPipelines {
  /** Indices into the space's pipelines; those with too many stages for the cluster are left out. */
  index: Int32Array;
  /** Bound on sequences a second, times the seconds of one pass of a micro-batch through the whole model. */
  reach: Float64Array;
}

/**
 * The mean rank works m passes of its share of the model and idles through the bubble; m is at least what the schedule
 * asks for, and at least the batch over all replicas that fit on the cluster.
 */
export function rankPipelines(
  pipelines: readonly Pipeline[],
  ranks: number,
  shard: number,
  microBatch: number,
  globalBatch: number,
): RankedPipelines {
  const batch = globalBatch * (1 + BATCH_TOLERANCE);
  const reach = pipelines.map(({ pp, schedule, bubble }) => {
    const parallel = Math.floor(ranks / (shard * pp)) * microBatch;
    const m = Math.max(leastMicroBatches(schedule, pp), batch / parallel);
    return (batch * pp) / (m + bubble);
  });
  const index = reach
    .map((_, i) => i)
    .filter((i) => shard * pipelines[i].pp <= ranks)
    .sort((a, b) => reach[b] - reach[a] || a - b);
  return { index: Int32Array.from(index), reach: Float64Array.from(index, (i) => reach[i]) };
}

/**
 * Bound of a plan with replica choice number `i`: passes and bubble at the pace of its size, and the fixed cost of a
 * step. Seconds are of one pass of a micro-batch through the busiest and the mean rank.
 */
export function planRate(
  table: LayerTable,
  { dp, m, bubble, doubled }: Replicas,
  i: number,
  microBatch: number,
  busiestSeconds: number,
  meanSeconds: number,
): number {
  const seconds =
    (m[i] * busiestSeconds + bubble[i] * meanSeconds) * jitterFactor(table, doubled[i]) +
    fixedSeconds(table, doubled[i]);
  return (dp[i] * m[i] * microBatch) / seconds;
}

/** Bytes that every plan over one layer set needs: states of one pipeline, activations of one micro-batch in it. */
export interface LeastBytes {
  /** Weights, and gradients unless a sharding stage of the space splits them over replicas. */
  states: number;
  saved: number;
  buffers: number;
}

export function leastBytes(table: LayerTable, at: number, zero: readonly Plan['zero'][]): LeastBytes {
  const { switches } = table.setup.stack;
  const { constants } = table.rates;
  const gradients = zero.some((stage) => stage >= 2) ? 0 : switches.gradientBytes;
  return {
    states: pipelineParameters(table, at) * (WEIGHT_BYTES + gradients),
    saved: pipelineSavedBytes(table, at) * constants.memory_fragmentation,
    buffers: constants.memory_buffers,
  };
}

/** The mean rank of a pipeline needs this much, and the fullest no less; for more stages than one, where weights stay whole. */
export function meanRankBytes(least: LeastBytes, { pp, copies, flight }: Pipeline): number {
  return (copies * least.states + flight * least.saved) / pp + least.buffers;
}

/** The highest reach of the pipelines whose stages hold the weights at all; 0 where none does. */
export function fittingReach(
  { index, reach }: RankedPipelines,
  pipelines: readonly Pipeline[],
  { states, buffers }: LeastBytes,
  usable: number,
): number {
  for (let k = 0; k < index.length; k++) {
    const { pp, copies } = pipelines[index[k]];
    if (pp === 1 || (copies * states) / pp + buffers <= usable) return reach[k];
  }
  return 0;
}
