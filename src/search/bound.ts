import {
  doublings,
  fixedSeconds,
  jitterFactor,
  type LayerTable,
  pipelineParameters,
  pipelineSavedBytes,
  WEIGHT_BYTES,
} from '../step';
import { SLACK } from './goal';
import type { Pipeline } from './pipelines';
import type { Replicas } from './replicas';
import { BATCH_TOLERANCE, type Sharding } from './space';

/**
 * Upper bounds on the sequences a second of plans and lower bounds on their memory, each proved from terms of the step
 * that no plan escapes. Rounding may take the last bits of a bound, so whoever compares leaves a little slack.
 */

/** Pipelines under one number of ranks a stage and one micro-batch. */
export interface Reach {
  /**
   * Bound on sequences a second, times the seconds of one pass of a micro-batch through the whole model, by pipeline; 0
   * where its stages are too many for the cluster.
   */
  of: Float64Array;
  /** Highest of a pipeline and all after it, which have as many stages or more. */
  from: Float64Array;
  /** Indices of pipelines, the highest reach first, found when they are first asked for. */
  ranked: Int32Array | null;
}

/**
 * The mean rank works m passes of its share of the model and idles through the bubble; m is at least what the schedule
 * asks for, and at least the batch over all replicas that fit on the cluster. A plan with more than half of those goes
 * at the pace of half the cluster at best; one with fewer has more passes to run.
 */
export function reachOf(
  table: LayerTable,
  pipelines: readonly Pipeline[],
  ranks: number,
  shard: number,
  microBatch: number,
  globalBatch: number,
): Reach {
  const batch = globalBatch * (1 + BATCH_TOLERANCE);
  const of = new Float64Array(pipelines.length);
  const from = new Float64Array(pipelines.length);
  for (let k = pipelines.length - 1; k >= 0; k--) {
    const { pp, bubble, least } = pipelines[k];
    const replicas = Math.floor(ranks / (shard * pp));
    if (replicas > 0) {
      const passes = batch / (replicas * microBatch);
      const all = (batch * pp) / (Math.max(least, passes) + bubble);
      const half = (batch * pp) / (Math.max(least, 2 * passes) + bubble);
      of[k] = Math.max(half, all / jitterFactor(table, doublings((shard * pp * replicas) / 2)));
    }
    from[k] = Math.max(of[k], k + 1 < pipelines.length ? from[k + 1] : 0);
  }
  return { of, from, ranked: null };
}

export function ranked(reach: Reach): Int32Array {
  const { of } = reach;
  if (reach.ranked) return reach.ranked;
  const possible: number[] = [];
  for (let k = 0; k < of.length; k++) if (of[k] > 0) possible.push(k);
  reach.ranked = Int32Array.from(possible.sort((a, b) => of[b] - of[a] || a - b));
  return reach.ranked;
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

/** Bytes that every plan over a layer set needs, by the number of the set. */
export interface LeastBytes {
  /** Bytes of states a parameter: weights, and gradients unless a sharding stage of the space splits them over replicas. */
  perParameter: number;
  /** May a single stage split its weights, too? */
  sharded: boolean;
  buffers: number;
  /** States of one pipeline, and activations of one micro-batch in it. */
  states: number[];
  saved: number[];
}

export function createLeastBytes({ setup, rates }: LayerTable, shardings: readonly Sharding[]): LeastBytes {
  const { gradientBytes } = setup.stack.switches;
  return {
    perParameter: WEIGHT_BYTES + (shardings.some(({ zero }) => zero >= 2) ? 0 : gradientBytes),
    sharded: shardings.some(({ zero }) => zero === 3),
    buffers: rates.constants.memory_buffers,
    states: [],
    saved: [],
  };
}

/** Takes in the set at `at` of the table, the next by number. */
export function addLeastBytes(
  { states, saved, perParameter }: LeastBytes,
  table: LayerTable,
  at: number,
): void {
  states.push(pipelineParameters(table, at) * perParameter);
  saved.push(pipelineSavedBytes(table, at) * table.rates.constants.memory_fragmentation);
}

/** The mean rank of a pipeline needs this much, and the fullest no less. */
export function meanRankBytes(least: LeastBytes, set: number, { pp, copies, flight }: Pipeline): number {
  const states = least.sharded && pp === 1 ? 0 : copies * least.states[set];
  return (states + flight * least.saved[set]) / pp + least.buffers;
}

/** The highest reach of the pipelines whose stages hold the weights at all; 0 where none does. */
export function fittingReach(
  { of, from }: Reach,
  pipelines: readonly Pipeline[],
  { states, sharded, buffers }: LeastBytes,
  set: number,
  usable: number,
): number {
  const own = states[set];
  let single = 0;
  for (let k = 0; k < pipelines.length; k++) {
    const { pp } = pipelines[k];
    if (own <= (usable - buffers) * pp * SLACK) return Math.max(single, from[k]);
    if (sharded && pp === 1) single = Math.max(single, of[k]);
  }
  return single;
}
