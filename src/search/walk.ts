import {
  type Assembly,
  assembleBytes,
  assembleSeconds,
  bindLayout,
  busiestSeconds,
  type LayerTable,
  layoutShape,
  type PipelineLayout,
  type Plan,
  pipelineLayout,
} from '../step';
import { meanRankBytes, planRate, ranked, SLACK } from './bound';
import { type LayerGroup, type LayerSets, setOf } from './groups';
import { type Kept, keep } from './kept';
import type { Pipeline } from './pipelines';
import { chooseReplicas, costsOf, type Replicas } from './replicas';
import type { PlanSpace } from './space';

/** What a walk over the space works on. */
export interface Walk {
  table: LayerTable;
  space: PlanSpace;
  sets: LayerSets;
  pipelines: Pipeline[];
  layouts: PipelineLayout[];
  assembly: Assembly;
  replicas: Replicas;
  /** Bytes of a rank. */
  usable: number;
  exhaustive: boolean;
  kept: Kept;
  /** Complete evaluations, memory and time. */
  evaluated: number;
}

/** Can a plan with this bound, in sequences a second, still be among the kept ones? */
export function hopeful({ exhaustive, kept }: Walk, bound: number): boolean {
  return exhaustive || bound * SLACK >= kept.least;
}

/** Layout of the pipeline at `index`, laid out when it is first asked for. */
export function layoutOf({ layouts, pipelines, table }: Walk, index: number): PipelineLayout {
  const { pp, vpp, schedule } = pipelines[index];
  layouts[index] ??= pipelineLayout(table.setup.model, pp, vpp, layoutShape(schedule));
  return layouts[index];
}

/** The plan of a group that the loops below fill in further. */
export const groupPlan = ({ tp, cp, ep, etp, microBatch }: LayerGroup, space: PlanSpace): Plan => ({
  tp,
  cp,
  ep,
  etp,
  microBatch,
  pp: 1,
  vpp: 1,
  dp: 1,
  zero: 1,
  shardGroup: 0,
  recompute: space.recompute[0],
  recomputeShare: 1,
  schedule: '1f1b',
});

/** Are any of the replica choices hopeful, at this many seconds of a pass of the busiest and of the mean rank? */
function anyHopeful(walk: Walk, microBatch: number, busiest: number, mean: number): boolean {
  if (walk.exhaustive) return true;
  const { replicas, table } = walk;
  for (let i = 0; i < replicas.count; i++) {
    if (hopeful(walk, planRate(table, replicas, i, microBatch, busiest, mean))) return true;
  }
  return false;
}

/** May a plan over this set and pipeline fit and be among the kept ones? Tells before its replicas are chosen. */
function possible(walk: Walk, set: number, pipeline: Pipeline, reached: number): boolean {
  const { exhaustive, sets, usable } = walk;
  if (exhaustive) return true;
  if (!hopeful(walk, reached / sets.passes[set])) return false;
  return pipeline.pp === 1 || meanRankBytes(sets.least[set], pipeline) <= usable * SLACK;
}

function anyPossible(walk: Walk, group: LayerGroup, pipeline: Pipeline, reached: number): boolean {
  for (let r = 0; r < walk.space.recompute.length; r++) {
    if (possible(walk, setOf(walk.sets, group, r), pipeline, reached)) return true;
  }
  return false;
}

/** All recomputations and pipelines of a group, the most promising first. */
export function walkGroup(walk: Walk, group: LayerGroup): void {
  const { space, sets, pipelines, replicas, table } = walk;
  const { reach, tp, cp, ep, etp, microBatch } = group;
  const index = ranked(reach);
  const plan = groupPlan(group, space);
  const least = sets.passes[setOf(sets, group, 0)];
  for (let k = 0; k < index.length; k++) {
    const reached = reach.of[index[k]];
    if (!hopeful(walk, reached / least)) return;
    const pipeline = pipelines[index[k]];
    const { pp } = pipeline;
    if (ep * etp * pp > space.ranks || !anyPossible(walk, group, pipeline, reached)) continue;
    chooseReplicas(
      replicas,
      space,
      table.setup.training.globalBatch,
      tp * cp,
      group.step,
      microBatch,
      pipeline,
    );
    if (replicas.count === 0 || !anyHopeful(walk, microBatch, least / pp, least / pp)) continue;
    plan.pp = pp;
    plan.schedule = pipeline.schedule;
    plan.vpp = pipeline.vpp;
    for (let r = 0; r < space.recompute.length; r++) {
      const set = setOf(sets, group, r);
      if (!possible(walk, set, pipeline, reached)) continue;
      const mean = sets.passes[set] / pp;
      if (r > 0 && !anyHopeful(walk, microBatch, mean, mean)) continue;
      plan.recompute = space.recompute[r];
      tryPipeline(walk, plan, set, index[k], (group.index * space.recompute.length + r) * pipelines.length);
    }
  }
}

/** All sharding stages and replica choices of one pipeline over one layer set. */
function tryPipeline(walk: Walk, plan: Plan, set: number, pipeline: number, order: number): void {
  const { assembly, table, sets, space, replicas, usable, kept, exhaustive } = walk;
  const layout = layoutOf(walk, pipeline);
  const at = sets.offsets[set];
  const mean = sets.passes[set] / plan.pp;
  const busiest = exhaustive ? 0 : busiestSeconds(table, at, layout);
  if (!anyHopeful(walk, plan.microBatch, busiest, mean)) return;
  bindLayout(assembly, table, at, layout);
  for (let i = 0; i < replicas.count; i++) {
    if (!exhaustive && !hopeful(walk, planRate(table, replicas, i, plan.microBatch, busiest, mean))) continue;
    plan.dp = replicas.dp[i];
    const m = replicas.m[i];
    for (let z = 0; z < space.zero.length; z++) {
      plan.zero = space.zero[z];
      // Parameters gathered for every micro-batch pay off only without a pipeline.
      if (plan.zero === 3 && plan.pp > 1) continue;
      const costs = costsOf(replicas, table, plan, i, z);
      if (assembleBytes(assembly, table, costs) > usable) continue;
      const seconds = assembleSeconds(assembly, table, costs);
      walk.evaluated++;
      const place = ((order + pipeline) * space.zero.length + z) * 2 + i;
      keep(kept, plan, (plan.dp * m * plan.microBatch) / seconds, place);
    }
  }
}
