import {
  assembleBytes,
  assembleSeconds,
  bindLayout,
  createAssembly,
  createTable,
  estimateStep,
  type Plan,
  type Setup,
  usableBytes,
} from '../step';
import { fittingReach, type Reach, reachOf } from './bound';
import { createSets, type LayerGroup, setOf } from './groups';
import { createKept } from './kept';
import { leanestPlan } from './lean';
import { type Pipeline, pipelines } from './pipelines';
import { infeasibleReason } from './reason';
import { chooseReplicas, costsOf, createReplicas, replicaStep } from './replicas';
import { type PlanSpace, planSpace } from './space';
import type { PlanConstraints, SearchOptions, SearchResult } from './types';
import { groupPlan, hopeful, layoutOf, type Walk, walkGroup } from './walk';

/** Reused from search to search: nothing of it is in a result. */
const scratch = createAssembly();

/** Plans that a search returns unless it is asked for more or fewer. */
const TOP = 5;

/** Every combination of the layer plan, in the order of the space; bounds are still open. */
function layerGroups(space: PlanSpace, all: readonly Pipeline[], globalBatch: number): LayerGroup[] {
  const groups: LayerGroup[] = [];
  const reaches = new Map<number, Reach>();
  const count = space.microBatch.length;
  space.tp.forEach((tp, t) => {
    space.cp.forEach((cp, c) => {
      if (tp * cp > space.ranks) return;
      for (const etp of space.etp(tp)) {
        for (const ep of space.ep) {
          if (ep * etp > space.ranks) continue;
          space.microBatch.forEach((microBatch, b) => {
            const key = tp * cp * count + b;
            const reach = reaches.get(key) ?? reachOf(all, space.ranks, tp * cp, microBatch, globalBatch);
            reaches.set(key, reach);
            groups.push({
              index: groups.length,
              ...{ tp, cp, ep, etp, microBatch, reach },
              base: (t * space.cp.length + c) * count + b,
              step: replicaStep(ep * etp, tp * cp),
              bound: Number.POSITIVE_INFINITY,
              own: false,
            });
          });
        }
      }
    });
  });
  return groups;
}

/** Bounds a group by its own layer set under the leanest recomputation, on the fastest pipeline that can hold it. */
function boundByOwn({ sets, pipelines: all, usable }: Walk, group: LayerGroup): void {
  const set = setOf(sets, group, 0);
  group.bound = fittingReach(group.reach, all, sets.least[set], usable) / sets.passes[set];
  group.own = true;
}

/**
 * Bounds every group, those of the largest micro-batch by their own sets. A larger micro-batch never takes longer a
 * sequence, as kernels, hosts and latencies are used better; so its set, which costs time to build, bounds the others.
 */
function boundGroups(walk: Walk, groups: readonly LayerGroup[]): void {
  const { space, sets, pipelines: all, usable } = walk;
  const sizes = space.microBatch.length;
  const largest = space.microBatch.indexOf(Math.max(...space.microBatch));
  for (let first = 0; first < groups.length; first += sizes) {
    const model = groups[first + largest];
    boundByOwn(walk, model);
    const set = setOf(sets, model, 0);
    for (let i = first; i < first + sizes; i++) {
      const group = groups[i];
      if (group === model) continue;
      const reach = fittingReach(group.reach, all, sets.least[set], usable);
      group.bound = (reach * model.microBatch) / (sets.passes[set] * group.microBatch);
    }
  }
}

/** The group with the highest bound of those that are left, which is taken off. */
function takeHighest(left: LayerGroup[]): LayerGroup {
  let best = 0;
  for (let i = 1; i < left.length; i++) if (left[i].bound > left[best].bound) best = i;
  const [last] = left.splice(-1);
  if (best === left.length) return last;
  const highest = left[best];
  left[best] = last;
  return highest;
}

/** All groups, those with the highest bound first, as long as one can hold a plan to keep. */
function walkGroups(walk: Walk, groups: readonly LayerGroup[]): void {
  if (walk.exhaustive) {
    for (const group of groups) walkGroup(walk, group);
    return;
  }
  boundGroups(walk, groups);
  const left = [...groups];
  while (left.length > 0) {
    const group = takeHighest(left);
    if (!hopeful(walk, group.bound)) return;
    if (group.own) walkGroup(walk, group);
    else {
      boundByOwn(walk, group);
      left.push(group);
    }
  }
}

/** Starts the bounds at the rate of a plan of the space that fits, so that less is tried; what is found stays the same. */
function startAt(walk: Walk, groups: readonly LayerGroup[], hint: Plan): void {
  const { assembly, table, space, sets, usable, kept, replicas } = walk;
  const group = groups.find(
    ({ tp, cp, ep, etp, microBatch }) =>
      tp === hint.tp &&
      cp === hint.cp &&
      ep === hint.ep &&
      etp === hint.etp &&
      microBatch === hint.microBatch,
  );
  const index = walk.pipelines.findIndex(
    ({ pp, vpp, schedule }) => pp === hint.pp && vpp === hint.vpp && schedule === hint.schedule,
  );
  const recompute = space.recompute.indexOf(hint.recompute);
  if (kept.size !== 1 || !group || index < 0 || recompute < 0 || !space.zero.includes(hint.zero)) return;
  const { pp, vpp, schedule, zero } = hint;
  const shard = group.tp * group.cp;
  if (shard * pp > space.ranks || group.ep * group.etp * pp > space.ranks || (zero === 3 && pp > 1)) return;
  const plan: Plan = { ...groupPlan(group, space), pp, vpp, schedule, zero, recompute: hint.recompute };
  const { globalBatch } = table.setup.training;
  chooseReplicas(replicas, space, globalBatch, shard, group.step, plan.microBatch, walk.pipelines[index]);
  bindLayout(assembly, table, sets.offsets[setOf(sets, group, recompute)], layoutOf(walk, index));
  for (let i = 0; i < replicas.count; i++) {
    plan.dp = replicas.dp[i];
    const m = replicas.m[i];
    const costs = costsOf(replicas, table, plan, i, space.zero.indexOf(zero));
    if (assembleBytes(assembly, table, costs) > usable) continue;
    const rate = (plan.dp * m * plan.microBatch) / assembleSeconds(assembly, table, costs);
    kept.least = Math.max(kept.least, rate);
  }
}

/**
 * The plan with the highest throughput. Branch and bound over the whole space, best bound first, memory before time;
 * `exhaustive` tries every plan instead and finds the same one. Deterministic: equal rates go to the plan that comes
 * first in the order of the space. Pure but for `seconds`, which the caller's clock (ms) gives.
 */
export function findBestPlan(
  setup: Setup,
  constraints: PlanConstraints = {},
  { now = () => 0, exhaustive = false, top: size = TOP, hint = null }: SearchOptions = {},
): SearchResult {
  const started = now();
  const space = planSpace(setup, constraints);
  const table = createTable(setup);
  const all = pipelines(setup.model, space);
  const groups = layerGroups(space, all, setup.training.globalBatch);
  const walk: Walk = {
    table,
    space,
    sets: createSets(
      table,
      space,
      groups.length,
      space.tp.length * space.cp.length * space.microBatch.length,
    ),
    pipelines: all,
    layouts: [],
    assembly: scratch,
    replicas: createReplicas(space.zero.length),
    usable: usableBytes(table),
    exhaustive,
    kept: createKept(size),
    evaluated: 0,
  };
  if (hint && !exhaustive) startAt(walk, groups, hint);
  walkGroups(walk, groups);
  const top = walk.kept.found.map((found) => estimateStep(setup, found.plan, table));
  const considered = groups.length * space.recompute.length * all.length * space.zero.length;
  return {
    best: top[0] ?? null,
    reason: top.length > 0 ? null : infeasibleReason(setup, leanestPlan(walk, groups), walk.usable),
    top,
    plansInSpace: considered,
    plansEvaluated: walk.evaluated,
    plansPruned: considered - walk.evaluated,
    seconds: (now() - started) / 1000,
  };
}
