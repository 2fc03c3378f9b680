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
import { createFront, createKept, type Kept } from './goal';
import { createSets, type LayerGroup, setOf } from './groups';
import { leanestPlan } from './lean';
import { layerGroups, walkGroups } from './order';
import { pipelines } from './pipelines';
import { infeasibleReason } from './reason';
import { chooseReplicas, costsOf, createReplicas } from './replicas';
import { layerPlan, planSpace } from './space';
import type { FrontPoint, PlanConstraints, SearchOptions, SearchResult } from './types';
import { layoutOf, shard, type Walk } from './walk';

/** Reused from search to search: nothing of it is in a result. */
const scratch = createAssembly();

/** Plans that a search returns unless it is asked for more or fewer. */
const TOP = 5;

/** All that a walk over the space of one question needs, and the groups to walk. */
export function openSpace(
  setup: Setup,
  constraints: PlanConstraints,
  { exhaustive = false, memoryMargin = 0, weight = () => 1 }: SearchOptions,
): { walk: Omit<Walk, 'goal'>; groups: LayerGroup[] } {
  const space = planSpace(setup, constraints);
  const table = createTable(setup);
  const all = pipelines(setup.model, space);
  const { globalBatch } = setup.training;
  const groups = layerGroups(table, space, all, globalBatch);
  const bases = space.tp.length * space.cp.length * space.microBatch.length;
  const walk = {
    ...{ table, space, globalBatch, weight, exhaustive },
    sets: createSets(table, space, groups.length, bases),
    pipelines: all,
    layouts: [],
    assembly: scratch,
    replicas: createReplicas(space.shardings.length),
    usable: usableBytes(table) * (1 - memoryMargin),
    mostWeight: weight(1),
    evaluated: 0,
  };
  return { walk, groups };
}

/** Starts the bounds at the rate of a plan of the space that fits, so that less is tried; what is found stays the same. */
function startAt(walk: Walk, kept: Kept, groups: readonly LayerGroup[], hint: Plan): void {
  const { assembly, table, space, sets, usable, replicas } = walk;
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
  if (kept.size !== 1 || !group || index < 0 || recompute < 0) return;
  const { pp, vpp, schedule } = hint;
  const ranks = group.tp * group.cp;
  if (ranks * pp > space.ranks || group.ep * group.etp * pp > space.ranks) return;
  const plan: Plan = { ...layerPlan(group, hint.recompute), pp, vpp, schedule };
  chooseReplicas(replicas, walk, ranks, group.step, plan.microBatch, walk.pipelines[index]);
  bindLayout(assembly, table, sets.offsets[setOf(sets, group, recompute)], layoutOf(walk, index));
  for (let i = 0; i < replicas.count; i++) {
    plan.dp = replicas.dp[i];
    for (let z = 0; z < space.shardings.length; z++) {
      if (!shard(plan, space, z)) continue;
      const costs = costsOf(replicas, table, plan, i, z);
      if (assembleBytes(assembly, table, costs) > usable) continue;
      const sequences = plan.dp * replicas.m[i] * plan.microBatch;
      const rate = (sequences / assembleSeconds(assembly, table, costs)) * replicas.weight[i];
      kept.least = Math.max(kept.least, rate);
    }
  }
}

/** All plans that no other beats in throughput and memory, leanest first. */
function findFront(walk: Omit<Walk, 'goal'>, groups: readonly LayerGroup[], setup: Setup): FrontPoint[] {
  const front = createFront();
  walkGroups({ ...walk, goal: front, weight: () => 1, mostWeight: 1 }, groups);
  return front.found.map(({ plan, rate, bytes }) => ({
    plan,
    tokensPerSecond: rate * setup.training.sequence,
    bytes,
  }));
}

/**
 * The plan with the highest throughput, weighed where a weight is given. Branch and bound over the whole space, best
 * bound first, memory before time; `exhaustive` tries every plan instead and finds the same one. Deterministic: equal
 * rates go to the plan that comes first in the order of the space. Pure but for `seconds`, which the caller's clock (ms)
 * gives.
 */
export function findBestPlan(
  setup: Setup,
  constraints: PlanConstraints = {},
  options: SearchOptions = {},
): SearchResult {
  const { now = () => 0, exhaustive = false, top: size = TOP, hint = null } = options;
  const started = now();
  const { walk: open, groups } = openSpace(setup, constraints, options);
  const kept = createKept(size);
  const walk: Walk = { ...open, goal: kept };
  const { space } = walk;
  if (hint && !exhaustive) startAt(walk, kept, groups, hint);
  walkGroups(walk, groups);
  const top = kept.found.map((found) => estimateStep(setup, found.plan, walk.table));
  const considered = groups.length * space.recompute.length * walk.pipelines.length * space.shardings.length;
  const seconds = (now() - started) / 1000;
  return {
    best: top[0] ?? null,
    reason: top.length > 0 ? null : infeasibleReason(setup, leanestPlan(walk, groups), walk.usable),
    top,
    plansInSpace: considered,
    plansEvaluated: walk.evaluated,
    plansPruned: considered - walk.evaluated,
    seconds,
    front: options.front ? findFront(open, groups, setup) : [],
  };
}
