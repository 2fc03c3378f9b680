import {
  assembleBytes,
  assembleSeconds,
  bindLayout,
  createAssembly,
  createTable,
  estimateStep,
  type Plan,
  type Setup,
  type TableSpace,
  usableBytes,
} from '../step';
import { createFront, createKept, type Goal, type Kept } from './goal';
import { createSets, type LayerGroup, setOf } from './groups';
import { type Leanest, leanestPlan } from './lean';
import { boundWalk, layerGroups, walkGroups } from './order';
import { pipelines } from './pipelines';
import { infeasibleReason, type Nearest } from './reason';
import { chooseReplicas, costsOf, createReplicas, MOST_REPLICAS } from './replicas';
import { layerPlan, planSpace } from './space';
import type { FrontPoint, PlanConstraints, SearchOptions, SearchResult } from './types';
import { sameChoice, type Variant, variantsOf } from './variants';
import { createGroupSets, layoutOf, shard, type Walk } from './walk';

/** Reused from search to search: nothing of it is in a result. */
const scratch = createAssembly();
const spaces: TableSpace[] = [];
/** Tables whose space is kept: those of a search in two precisions with two dispatchers. */
const MOST_SPACES = 4;
/** Doubles of a table that is kept, 8 MB: those of exhaustive searches are let go. */
const MOST_ROOM = 2 ** 20;

/** Plans that a search returns unless it is asked for more or fewer. */
const TOP = 5;

/** The space of one variant of the question: all that a walk over it needs, and the groups to walk. */
interface Opened {
  walk: Omit<Walk, 'goal'>;
  groups: LayerGroup[];
  /** Combinations of all dimensions but the replicas. */
  considered: number;
  setup: Setup;
  /** No plan is faster than this many sequences a second. */
  bound: number;
}

/** Every variant's space, each with its own tables. */
function openSpaces(setup: Setup, constraints: PlanConstraints, options: SearchOptions): Opened[] {
  let first = 0;
  return variantsOf(setup, constraints).map((variant) => {
    const opened = openSpace(variant, constraints, options, first);
    first += MOST_REPLICAS * opened.considered;
    return opened;
  });
}

function openSpace(
  { setup, choice }: Variant,
  constraints: PlanConstraints,
  { exhaustive = false, memoryMargin = 0, weight = () => 1 }: SearchOptions,
  first: number,
): Opened {
  const space = planSpace(setup, constraints);
  const table = createTable(setup, undefined, spaces.pop());
  const all = pipelines(setup.model, space);
  const { globalBatch } = setup.training;
  const groups = layerGroups(table, space, all, globalBatch);
  const bases = space.tp.length * space.cp.length * space.microBatch.length;
  // Written out: a field after a spread can give each object a hidden class of its own, and code that meets many is slow.
  const walk = {
    table,
    space,
    globalBatch,
    weight,
    exhaustive,
    choice,
    first,
    sets: createSets(table, space, groups.length, bases),
    own: createGroupSets(space.recompute.length),
    pipelines: all,
    layouts: [],
    assembly: scratch,
    replicas: createReplicas(space.shardings.length),
    usable: usableBytes(table) * (1 - memoryMargin),
    mostWeight: weight(1),
    evaluated: 0,
  };
  const considered = groups.length * space.recompute.length * all.length * space.shardings.length;
  const bound = exhaustive ? 0 : boundWalk(walk, groups);
  return { walk, groups, considered, setup, bound };
}

/** Walks all spaces towards one goal, the most promising first: what is found in one bounds the others. */
function walkAll(opened: readonly Opened[], goal: Goal): Walk[] {
  return [...opened]
    .sort((a, b) => b.bound - a.bound)
    .map(({ walk: open, groups }) => {
      const walk: Walk = { goal, ...open };
      walkGroups(walk, groups);
      return walk;
    });
}

/** Starts the bounds at the rate of a plan of the space that fits, so that less is tried; what is found stays the same. */
function startAt(walk: Omit<Walk, 'goal'>, kept: Kept, groups: readonly LayerGroup[], hint: Plan): void {
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
function findFront(opened: readonly Opened[], setup: Setup): FrontPoint[] {
  const front = createFront();
  const plain = opened.map((one) => ({ ...one, walk: { ...one.walk, weight: () => 1, mostWeight: 1 } }));
  walkAll(plain, front);
  return front.found.map(({ plan, rate, bytes }) => ({
    plan,
    tokensPerSecond: rate * setup.training.sequence,
    bytes,
  }));
}

/** The plan of all variants that came nearest to fitting. */
function nearestOf(opened: readonly Opened[]): Nearest {
  let nearest: Leanest | null = null;
  for (const { walk, groups } of opened) {
    const leanest = leanestPlan(walk, groups);
    if (leanest && (nearest === null || leanest.bytes < nearest.bytes)) nearest = leanest;
  }
  return { leanest: nearest, usable: opened[0].walk.usable };
}

/**
 * The plan with the highest throughput, weighed where a weight is given. Branch and bound over the whole space and all
 * choices that are left open, best bound first, memory before time; `exhaustive` tries every plan instead and finds the
 * same one. Deterministic: equal rates go to the plan that comes first in the order of the space. Pure but for
 * `seconds`, which the caller's clock (ms) gives.
 */
export function findBestPlan(
  setup: Setup,
  constraints: PlanConstraints = {},
  options: SearchOptions = {},
): SearchResult {
  const { now = () => 0, exhaustive = false, top: size = TOP, hint = null } = options;
  const started = now();
  const opened = openSpaces(setup, constraints, options);
  const kept = createKept(size);
  const hinted = hint && opened.find(({ walk }) => sameChoice(walk.choice, hint));
  if (hint && hinted && !exhaustive) startAt(hinted.walk, kept, hinted.groups, hint);
  const evaluated = walkAll(opened, kept).reduce((sum, walk) => sum + walk.evaluated, 0);
  const top = kept.found.map(({ plan }) => {
    const own = opened.find(({ walk }) => sameChoice(walk.choice, plan));
    return estimateStep(setup, plan, own?.walk.table);
  });
  const considered = opened.reduce((sum, one) => sum + one.considered, 0);
  const seconds = (now() - started) / 1000;
  const result: SearchResult = {
    best: top[0] ?? null,
    reason:
      top.length > 0
        ? null
        : infeasibleReason(setup, constraints, (asked) =>
            nearestOf(asked === constraints ? opened : openSpaces(setup, asked, options)),
          ),
    top,
    plansInSpace: considered,
    plansEvaluated: evaluated,
    plansPruned: considered - evaluated,
    seconds,
    front: options.front ? findFront(opened, setup) : [],
  };
  for (const { walk } of opened) {
    const { columns, mixers } = walk.table;
    if (spaces.length < MOST_SPACES && columns.length <= MOST_ROOM) spaces.push({ columns, mixers });
  }
  return result;
}
