import { clearTerms, createPlanCosts, PART, type PlanCosts, partLanes, partSeconds } from './costs';
import { addDataParallel, addStageSend, planRanks } from './data-parallel';
import { addLanes, LANES, LATENCY, laneSum } from './lanes';
import { type PipelineLayout, pipelineLayout } from './layout';
import { lockstepOperations, lockstepPasses } from './lockstep';
import { addStateBytes, fullestBytes } from './memory';
import { bubblePasses, exposedSends, layoutShape } from './schedule';
import { createStageSums, type PassLanes, type StageSums, stageLanes, sumStages } from './stage';
import { type LayerTable, setOffset } from './table';
import type { Plan } from './types';

/** Everything between the layer table and a step time, reused from plan to plan. */
export interface Assembly {
  sums: StageSums;
  layout: PipelineLayout | null;
  at: number;
  pass: PassLanes;
  costs: PlanCosts;
}

export function createAssembly(): Assembly {
  return {
    sums: createStageSums(),
    layout: null,
    at: 0,
    pass: { busiest: new Float64Array(LANES), mean: new Float64Array(LANES) },
    costs: createPlanCosts(),
  };
}

/** Binds the layer set at `at` to a pipeline layout. */
export function bindLayout(a: Assembly, table: LayerTable, at: number, layout: PipelineLayout): void {
  a.at = at;
  a.layout = layout;
  sumStages(a.sums, table, at, layout);
}

/** Binds the layer set and the pipeline layout of a plan; needed again only when one of them changes. */
function bindStages(a: Assembly, table: LayerTable, plan: Plan): void {
  const layout = pipelineLayout(table.setup.model, plan.pp, plan.vpp, layoutShape(plan.schedule));
  bindLayout(a, table, setOffset(table, plan), layout);
}

/** The last size that was asked for, and its doublings: plans in a row mostly use as many ranks, and logarithms are slow. */
const lastSize = new Float64Array([1, 0]);

/** Doublings of the cluster size that the two functions below take; they round them as `steadyLog2` does. */
export function doublings(ranks: number): number {
  if (lastSize[0] === ranks) return lastSize[1];
  lastSize[0] = ranks;
  lastSize[1] = Math.log2(ranks);
  return lastSize[1];
}

/** Size-dependent slowdown: the slowest of many hosts sets the pace. None up to 8 ranks, three doublings. */
export function jitterFactor(table: LayerTable, doubled: number): number {
  return 1 + table.rates.constants.jitter_per_doubling * Math.max(0, Math.fround(doubled - 3));
}

/** Seconds of a step that do not depend on its work. */
export function fixedSeconds(table: LayerTable, doubled: number): number {
  const c = table.rates.constants;
  return c.step_fixed + c.step_fixed_per_doubling * Math.fround(doubled);
}

/**
 * Gradients are reduced under the last backward pass, parameters gathered under the first forward pass. The windows are
 * shares of the whole pass, not of its measured halves, so that time stays continuous where the busiest rank changes.
 */
export const BACKWARD_SHARE = 2 / 3;
/** Share of a pass that can hide FSDP's gathers and scatters. */
export const FSDP_WINDOW = 0.9;

/** Exposed part of overlapped work: a floor share, or what its window does not cover. */
export function exposedSeconds(total: number, overlapped: boolean, least: number, window: number): number {
  return overlapped ? Math.max(least * total, total - window) : total;
}

/** Adds the lanes of exposedSeconds; the window is `windowShare` of `windowLanes`. */
function addExposed(
  to: Float64Array,
  lanes: Float64Array,
  overlapped: boolean,
  least: number,
  windowLanes: Float64Array,
  windowShare: number,
): void {
  const total = laneSum(lanes);
  if (total <= 0) return;
  if (!overlapped) addLanes(to, lanes);
  else if (least * total >= total - windowShare * laneSum(windowLanes)) addLanes(to, lanes, least);
  else {
    addLanes(to, lanes);
    addLanes(to, windowLanes, -windowShare);
  }
}

/** Binds a plan: its stages, and its costs with `m` micro-batches. */
export function bindPlan(a: Assembly, table: LayerTable, plan: Plan, m: number): void {
  bindStages(a, table, plan);
  bindCosts(a.costs, table, plan, m);
}

/** Binds how long the pipeline idles and how often it sends in `m` micro-batches. */
export function bindPipeline(costs: PlanCosts, table: LayerTable, plan: Plan, m: number): void {
  const { schedule, pp, vpp, drains = 1 } = plan;
  costs.bubble = drains * bubblePasses(schedule, pp, vpp, m / drains);
  costs.sends = drains * exposedSends(schedule, pp, vpp, m / drains);
  if (schedule === 'interleaved' && table.setup.stack.switches.pipelineLockstep) {
    costs.bubble = Math.max(costs.bubble, drains * lockstepPasses(table.setup.model, plan, m / drains));
    costs.sends = drains * lockstepOperations(pp, vpp, m / drains).all;
  }
}

/** Binds all that a plan's memory and time need beside the layers; `m` micro-batches. */
export function bindCosts(costs: PlanCosts, table: LayerTable, plan: Plan, m: number): void {
  const ranks = planRanks(plan);
  const doubled = doublings(ranks);
  clearTerms(costs);
  costs.m = m;
  costs.ranks = ranks;
  bindPipeline(costs, table, plan, m);
  costs.jitter = jitterFactor(table, doubled);
  costs.fixed = fixedSeconds(table, doubled);
  addDataParallel(costs, table, plan);
  addStageSend(costs, table, plan);
  addStateBytes(costs, table, plan);
}

/** Memory of the fullest rank, bytes: tested before time is spent on the rest. */
export const assembleBytes = (a: Assembly, table: LayerTable, costs: PlanCosts = a.costs): number =>
  fullestBytes(table, a.sums, a.layout as PipelineLayout, costs);

/** Step seconds of bound stages under bound costs; fast path, totals only. */
export function assembleSeconds(a: Assembly, table: LayerTable, costs: PlanCosts = a.costs): number {
  const s = a.sums;
  const c = table.rates.constants;
  const { switches } = table.setup.stack;
  const dense = s.denseParameters;
  const experts = s.expertParameters;
  const { m } = costs;
  const sends = costs.sends * partSeconds(costs, PART.SEND, dense, experts);
  const gathers = partSeconds(costs, PART.SHARDED, dense, experts);
  const sharded = exposedSeconds(gathers, true, c.fsdp_exposed, FSDP_WINDOW * s.total);
  const paced = (m * s.total + costs.bubble * s.meanTotal + sends + m * sharded) * costs.jitter;
  // A pass that already hides the traffic of sharded parameters hides no other.
  const free = s.total - (gathers - sharded);
  const reduce = exposedSeconds(
    partSeconds(costs, PART.REDUCE, dense, experts),
    switches.gradReduceOverlap,
    c.dp_exposed,
    c.dp_window * BACKWARD_SHARE * free,
  );
  const gather = exposedSeconds(
    partSeconds(costs, PART.GATHER, dense, experts),
    switches.paramGatherOverlap,
    c.dp_exposed,
    c.dp_window * (1 - BACKWARD_SHARE) * free,
  );
  return paced + reduce + gather + partSeconds(costs, PART.OPTIMIZER, dense, experts) + costs.fixed;
}

/** Lanes (five each) of the parts of a step; `total` is their sum. */
export interface StepLanes {
  steady: Float64Array;
  bubble: Float64Array;
  sends: Float64Array;
  sharded: Float64Array;
  jitter: Float64Array;
  reduce: Float64Array;
  gather: Float64Array;
  optimizer: Float64Array;
  fixed: Float64Array;
  total: Float64Array;
  /** What of one pass of the busiest rank is left to hide traffic under; not in the sum. */
  free: Float64Array;
  /** By `PART`: what is outside the passes, before overlap; not in the sum. */
  raw: Float64Array[];
}

export function createStepLanes(): StepLanes {
  const lanes = () => new Float64Array(LANES);
  return {
    steady: lanes(),
    bubble: lanes(),
    sends: lanes(),
    sharded: lanes(),
    jitter: lanes(),
    reduce: lanes(),
    gather: lanes(),
    optimizer: lanes(),
    fixed: lanes(),
    total: lanes(),
    free: lanes(),
    raw: Object.keys(PART).map(lanes),
  };
}

/** The same step as `assembleSeconds`, with every part's lanes: exact derivatives to all rates. Fills `step`. */
export function assembleLanes(step: StepLanes, a: Assembly, table: LayerTable): StepLanes {
  const c = table.rates.constants;
  const { switches } = table.setup.stack;
  const layout = a.layout as PipelineLayout;
  const { costs } = a;
  const { m } = costs;
  const { raw } = step;
  const { denseParameters, expertParameters } = a.sums;
  for (let part = 0; part < raw.length; part++) {
    partLanes(raw[part], costs, part, denseParameters, expertParameters);
  }
  const stage = a.pass;
  stageLanes(stage, table, a.at, layout, a.sums.busiest);
  for (let i = 0; i < LANES; i++) {
    step.steady[i] = step.bubble[i] = step.sends[i] = step.sharded[i] = step.jitter[i] = 0;
    step.reduce[i] = step.gather[i] = step.optimizer[i] = step.fixed[i] = step.total[i] = step.free[i] = 0;
  }
  addLanes(step.steady, stage.busiest, m);
  addLanes(step.bubble, stage.mean, costs.bubble);
  addLanes(step.sends, raw[PART.SEND], costs.sends);
  addExposed(step.sharded, raw[PART.SHARDED], true, c.fsdp_exposed, stage.busiest, FSDP_WINDOW);
  addLanes(step.free, stage.busiest);
  addLanes(step.free, raw[PART.SHARDED], -1);
  addLanes(step.free, step.sharded);
  addLanes(step.sharded, step.sharded, m - 1);
  const jitter = costs.jitter - 1;
  for (const part of [step.steady, step.bubble, step.sends, step.sharded])
    addLanes(step.jitter, part, jitter);
  addExposed(
    step.reduce,
    raw[PART.REDUCE],
    switches.gradReduceOverlap,
    c.dp_exposed,
    step.free,
    c.dp_window * BACKWARD_SHARE,
  );
  addExposed(
    step.gather,
    raw[PART.GATHER],
    switches.paramGatherOverlap,
    c.dp_exposed,
    step.free,
    c.dp_window * (1 - BACKWARD_SHARE),
  );
  addLanes(step.optimizer, raw[PART.OPTIMIZER]);
  step.fixed[LATENCY] = costs.fixed;
  for (const part of [
    step.steady,
    step.bubble,
    step.sends,
    step.sharded,
    step.jitter,
    step.reduce,
    step.gather,
    step.optimizer,
    step.fixed,
  ]) {
    addLanes(step.total, part);
  }
  return step;
}
