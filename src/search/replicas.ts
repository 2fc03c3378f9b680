import {
  bindCosts,
  bindPipeline,
  bubblePasses,
  createPlanCosts,
  doublings,
  type LayerTable,
  leastMicroBatches,
  microBatchesOf,
  type Plan,
  type PlanCosts,
  scheduleProblem,
} from '../step';
import { greatestCommonDivisor } from '../units';
import type { Pipeline } from './pipelines';
import { BATCH_TOLERANCE, type PlanSpace } from './space';

/** Numbers of pipelines that a plan may run side by side, at most `MOST_REPLICAS`. */
export interface Replicas {
  count: number;
  dp: Float64Array;
  /** Micro-batches of each. */
  m: Float64Array;
  /** Idle passes of the mean rank in a step. */
  bubble: Float64Array;
  /** Doublings of one rank to all that the plan uses. */
  doubled: Float64Array;
  /** What the objective multiplies their rate by. */
  weight: Float64Array;
  /** Of each and each way of sharding: what it costs beside its passes, and whether that is bound yet. */
  costs: PlanCosts[];
  bound: Uint8Array;
}

/** Numbers of replicas that are tried for one pipeline. */
export const MOST_REPLICAS = 3;

/** What the choice of replicas depends on beside the pipeline and the layer plan. */
export interface Asked {
  space: PlanSpace;
  /** Sequences. */
  globalBatch: number;
  /** See `SearchOptions`. */
  weight: (ranks: number) => number;
}

export const createReplicas = (shardings: number): Replicas => ({
  count: 0,
  dp: new Float64Array(MOST_REPLICAS),
  m: new Float64Array(MOST_REPLICAS),
  bubble: new Float64Array(MOST_REPLICAS),
  doubled: new Float64Array(MOST_REPLICAS),
  weight: new Float64Array(MOST_REPLICAS),
  costs: Array.from({ length: MOST_REPLICAS * shardings }, createPlanCosts),
  bound: new Uint8Array(MOST_REPLICAS * shardings),
});

/**
 * Costs of a plan with replica choice number `i` and sharding number `z`, which the plan has by now; found once for all
 * recomputations of the pipeline.
 */
export function costsOf(from: Replicas, table: LayerTable, plan: Plan, i: number, z: number): PlanCosts {
  const at = z * MOST_REPLICAS + i;
  const costs = from.costs[at];
  if (from.bound[at] === 0) {
    bindCosts(costs, table, plan, from.m[i]);
    from.bound[at] = 1;
  } else if (table.setup.stack.switches.pipelineLockstep) {
    // How long ranks in lockstep wait for each other depends on what is recomputed.
    bindPipeline(costs, table, plan, from.m[i]);
  }
  return costs;
}

/** Pipelines side by side must come in multiples of this, so that `experts` ranks divide all ranks of a stage. */
export const replicaStep = (experts: number, shard: number): number =>
  experts / greatestCommonDivisor(experts, shard);

/** Do the batch, the schedule and the user allow so many replicas, each with m micro-batches? */
export const replicasAllowed = (
  space: PlanSpace,
  globalBatch: number,
  microBatch: number,
  { pp, vpp, schedule }: Pick<Plan, 'pp' | 'vpp' | 'schedule'>,
  dp: number,
  m: number,
): boolean =>
  dp >= space.dpLeast &&
  dp <= space.dpMost &&
  Math.abs((dp * m * microBatch) / globalBatch - 1) <= BATCH_TOLERANCE &&
  scheduleProblem(schedule, pp, vpp, m) === null;

export const multipleBelow = (most: number, step: number): number => Math.floor(most / step) * step;

/** Micro-batches beyond the fewest that are tried where fewer divide the batch over no allowed number of replicas. */
const LONGER = 8;

/** Least share of the replicas that a number which divides better may come to. */
const NEARLY_ALL = 0.98;

/** The multiple of `step` times the highest power of two that is nearly n: such groups fill whole scale-up domains. */
function roundest(n: number, step: number): number {
  for (let part = 2 ** Math.floor(Math.log2(n / step)) * step; part > step; part /= 2) {
    const round = multipleBelow(n, part);
    if (round >= NEARLY_ALL * n) return round;
  }
  return n;
}

/** Takes in `dp` replicas of m micro-batches each, unless that is known or not allowed. */
function offer(
  to: Replicas,
  { space, weight, globalBatch }: Asked,
  shard: number,
  microBatch: number,
  pipeline: Pipeline,
  dp: number,
  m: number,
): void {
  if (dp < 1 || m < 1 || !replicasAllowed(space, globalBatch, microBatch, pipeline, dp, m)) return;
  const { pp, vpp, schedule } = pipeline;
  if (microBatchesOf(globalBatch, dp, microBatch) !== m) return;
  for (let i = 0; i < to.count; i++) if (to.dp[i] === dp) return;
  to.dp[to.count] = dp;
  to.m[to.count] = m;
  to.bubble[to.count] = bubblePasses(schedule, pp, vpp, m);
  to.doubled[to.count] = doublings(shard * dp * pp);
  to.weight[to.count] = weight(shard * dp * pp);
  to.count++;
}

/**
 * Data-parallel sizes worth trying for fixed other dimensions: the most ranks that expert folding and the user allow;
 * and for the fewest micro-batches that the schedule runs with on no more ranks, the most replicas that stay within the
 * batch, and nearly as many that divide better. Where none of these is possible, the most that rounding it up allows,
 * or a few micro-batches more. Chips left over stand idle. `shard` is tp·cp, `step` of `replicaStep`.
 */
export function chooseReplicas(
  to: Replicas,
  asked: Asked,
  shard: number,
  step: number,
  microBatch: number,
  pipeline: Pipeline,
): void {
  to.count = 0;
  for (let at = 0; at < to.bound.length; at++) to.bound[at] = 0;
  const { space, globalBatch } = asked;
  const most = Math.min(space.dpMost, Math.floor(space.ranks / (shard * pipeline.pp)));
  const dp = multipleBelow(most, step);
  if (dp < 1) return;
  offer(to, asked, shard, microBatch, pipeline, dp, microBatchesOf(globalBatch, dp, microBatch));
  const least = leastMicroBatches(pipeline.schedule, pipeline.pp);
  const first = Math.max(least, Math.ceil(globalBatch / (dp * microBatch)));
  const rounded = globalBatch * (1 + BATCH_TOLERANCE);
  for (let m = first; m <= first + LONGER; m++) {
    const within = multipleBelow(globalBatch / (microBatch * m), step);
    const fewer = Math.min(dp, within);
    offer(to, asked, shard, microBatch, pipeline, fewer, m);
    if (fewer >= step) offer(to, asked, shard, microBatch, pipeline, roundest(fewer, step), m);
    if (to.count > 0) return;
    const up = multipleBelow(rounded / (microBatch * m), step);
    offer(to, asked, shard, microBatch, pipeline, Math.min(dp, up), m);
    if (to.count > 0) return;
  }
}
