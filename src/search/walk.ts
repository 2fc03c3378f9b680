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
import { meanRankBytes, planRate, ranked } from './bound';
import { type Goal, SLACK } from './goal';
import { type LayerGroup, type LayerSets, setOf } from './groups';
import type { Pipeline } from './pipelines';
import { type Asked, chooseReplicas, costsOf, MOST_REPLICAS, type Replicas } from './replicas';
import { layerPlan, type PlanSpace, setSharding, shardsEvenly } from './space';
import type { Choice } from './variants';

/** What a walk over the space works on. */
export interface Walk extends Asked {
  table: LayerTable;
  sets: LayerSets;
  own: GroupSets;
  pipelines: Pipeline[];
  layouts: PipelineLayout[];
  assembly: Assembly;
  replicas: Replicas;
  /** Bytes of a rank. */
  usable: number;
  exhaustive: boolean;
  goal: Goal;
  /** Highest weight of any plan. */
  mostWeight: number;
  /** What the plans of this walk choose, and where they begin in the order of all. */
  choice: Choice;
  first: number;
  /** Complete evaluations, memory and time. */
  evaluated: number;
}

/** Can a plan matter that is at most this fast, unweighed, and needs at least so many bytes? */
export function hopeful({ exhaustive, goal, mostWeight }: Walk, rate: number, bytes: number): boolean {
  return exhaustive || goal.wanted(rate * mostWeight, bytes);
}

/** Layout of the pipeline at `index`, laid out when it is first asked for. */
export function layoutOf(
  { layouts, pipelines, table }: Pick<Walk, 'layouts' | 'pipelines' | 'table'>,
  index: number,
): PipelineLayout {
  const { pp, vpp, schedule } = pipelines[index];
  layouts[index] ??= pipelineLayout(table.setup.model, pp, vpp, layoutShape(schedule));
  return layouts[index];
}

/** Can one of the replica choices matter, at this many seconds of a pass of the busiest and of the mean rank? */
function anyHopeful(walk: Walk, microBatch: number, busiest: number, mean: number, bytes: number): boolean {
  if (walk.exhaustive) return true;
  const { replicas, table, goal } = walk;
  for (let i = 0; i < replicas.count; i++) {
    const rate = planRate(table, replicas, i, microBatch, busiest, mean) * replicas.weight[i];
    if (goal.wanted(rate, bytes)) return true;
  }
  return false;
}

/** The layer sets of the group that is walked: those of the first recomputations, as far as they were asked for. */
interface GroupSets {
  count: number;
  set: Int32Array;
}

export const createGroupSets = (recomputes: number): GroupSets => ({
  count: 0,
  set: new Int32Array(recomputes),
});

function openNext({ sets, own }: Walk, group: LayerGroup): void {
  own.set[own.count] = setOf(sets, group, own.count);
  own.count++;
}

function openFirst(walk: Walk, group: LayerGroup): void {
  walk.own.count = 0;
  openNext(walk, group);
  while (walk.exhaustive && walk.own.count < walk.space.recompute.length) openNext(walk, group);
}

/**
 * Which recomputations may fit in this pipeline and matter, as bits: tells before its replicas are chosen. Each does
 * again what the one before it does, and more, so that its pass takes no less: one whose predecessor is too slow needs
 * no set.
 */
function possible(walk: Walk, group: LayerGroup, pipeline: Pipeline, reached: number): number {
  const { exhaustive, usable, space, sets, own } = walk;
  const count = space.recompute.length;
  if (exhaustive) return (1 << count) - 1;
  const most = usable * SLACK;
  let bits = 0;
  for (let r = 0; r < count; r++) {
    if (r === own.count) {
      if (!hopeful(walk, reached / sets.passes[own.set[r - 1]], 0)) break;
      openNext(walk, group);
    }
    const set = own.set[r];
    const bytes = meanRankBytes(sets.least, set, pipeline);
    if (bytes <= most && hopeful(walk, reached / sets.passes[set], bytes)) bits |= 1 << r;
  }
  return bits;
}

/** All recomputations and pipelines of a group, the most promising first. */
export function walkGroup(walk: Walk, group: LayerGroup): void {
  const { space, pipelines, replicas, own } = walk;
  const { reach, tp, cp, ep, etp, microBatch } = group;
  const index = ranked(reach);
  const plan = layerPlan(group, space.recompute[0], walk.choice);
  openFirst(walk, group);
  const leanest = walk.sets.passes[own.set[0]];
  const recomputes = space.recompute.length;
  for (let k = 0; k < index.length; k++) {
    const reached = reach.of[index[k]];
    if (!hopeful(walk, reached / leanest, 0)) return;
    const pipeline = pipelines[index[k]];
    const { pp } = pipeline;
    if (ep * etp * pp > space.ranks) continue;
    const bits = possible(walk, group, pipeline, reached);
    if (bits === 0) continue;
    chooseReplicas(replicas, walk, tp * cp, group.step, microBatch, pipeline);
    if (replicas.count === 0 || !anyHopeful(walk, microBatch, leanest / pp, leanest / pp, 0)) continue;
    plan.pp = pp;
    plan.schedule = pipeline.schedule;
    plan.vpp = pipeline.vpp;
    for (let r = 0; r < recomputes; r++) {
      if ((bits & (1 << r)) === 0) continue;
      plan.recompute = space.recompute[r];
      const order = (group.index * recomputes + r) * pipelines.length;
      tryPipeline(walk, plan, own.set[r], index[k], order);
    }
  }
}

/** Sets sharding number `z` of a plan whose pipeline and replicas are chosen; false where the plan has no such. */
export function shard(plan: Plan, space: PlanSpace, z: number): boolean {
  return setSharding(plan, space, space.shardings[z]) && shardsEvenly(plan.shardGroup, plan.dp * plan.cp);
}

/** All ways of sharding and replica choices of one pipeline over one layer set. */
function tryPipeline(walk: Walk, plan: Plan, set: number, pipeline: number, order: number): void {
  const { assembly, table, sets, space, replicas, usable, goal, exhaustive } = walk;
  const { microBatch } = plan;
  const at = sets.offsets[set];
  const mean = sets.passes[set] / plan.pp;
  const least = meanRankBytes(sets.least, set, walk.pipelines[pipeline]);
  if (!anyHopeful(walk, microBatch, mean, mean, least)) return;
  const layout = layoutOf(walk, pipeline);
  const busiest = exhaustive ? 0 : busiestSeconds(table, at, layout);
  if (!anyHopeful(walk, microBatch, busiest, mean, least)) return;
  bindLayout(assembly, table, at, layout);
  for (let i = 0; i < replicas.count; i++) {
    const weight = replicas.weight[i];
    const bound = exhaustive ? 0 : planRate(table, replicas, i, microBatch, busiest, mean) * weight;
    if (!exhaustive && !goal.wanted(bound, least)) continue;
    plan.dp = replicas.dp[i];
    for (let z = 0; z < space.shardings.length; z++) {
      if (!shard(plan, space, z)) continue;
      const costs = costsOf(replicas, table, plan, i, z);
      const bytes = assembleBytes(assembly, table, costs);
      if (bytes > usable || (!exhaustive && !goal.wanted(bound, bytes))) continue;
      const seconds = assembleSeconds(assembly, table, costs);
      walk.evaluated++;
      const rate = ((plan.dp * replicas.m[i] * microBatch) / seconds) * weight;
      const place = ((order + pipeline) * space.shardings.length + z) * MOST_REPLICAS + i;
      goal.take(plan, rate, bytes, walk.first + place);
    }
  }
}
