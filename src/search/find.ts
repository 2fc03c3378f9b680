import {
  type Assembly,
  assembleMemory,
  assembleSeconds,
  bindLayout,
  createAssembly,
  createTable,
  estimateStep,
  type LayerTable,
  leastStateBytes,
  modelPassSeconds,
  type Plan,
  type Setup,
  setOffset,
  usableBytes,
} from '../step';
import { infeasibleReason } from './reason';
import {
  BATCH_TOLERANCE,
  type Pipeline,
  type PlanSpace,
  pipelines,
  planSpace,
  replicaChoices,
} from './space';
import type { PlanConstraints, SearchOptions, SearchResult } from './types';

const KEPT = 5;
/** Rounding that a bound may have lost: a plan this close to the bound is still tried. */
const SLACK = 1 + 1e-9;

interface Found {
  plan: Plan;
  rate: number;
  /** Place in the order of the space: equal rates keep the earlier plan, whatever the order of the search. */
  order: number;
}

interface Search {
  table: LayerTable;
  space: PlanSpace;
  pipelines: Pipeline[];
  assembly: Assembly;
  usable: number;
  exhaustive: boolean;
  best: Found[];
  choices: number[];
  considered: number;
  evaluated: number;
  leanest: { plan: Plan; bytes: number } | null;
}

/** Plans that share tensor, context and expert parallelism and micro-batch; they differ in recomputation. */
interface LayerGroup {
  plan: Plan;
  /** No plan of the group is faster than this many sequences a second. */
  bound: number;
  order: number;
}

function worstKept({ best }: Search): number {
  return best.length === KEPT ? best[KEPT - 1].rate : 0;
}

/** Can a plan with this bound still be among the kept ones? */
function hopeful(search: Search, bound: number): boolean {
  return search.exhaustive || bound * SLACK >= worstKept(search);
}

function keep({ best }: Search, plan: Plan, rate: number, order: number): void {
  const before = (other: Found) => other.rate < rate || (other.rate === rate && other.order > order);
  if (best.length === KEPT && !before(best[KEPT - 1])) return;
  let i = best.length;
  while (i > 0 && before(best[i - 1])) i--;
  best.splice(i, 0, { plan: { ...plan }, rate, order });
  if (best.length > KEPT) best.pop();
}

/**
 * Sequences a second that no pipeline over this layer set can exceed: every micro-batch passes every layer, the work
 * of a pass is shared by at most all ranks, and all other terms of a step only add time.
 */
function layerBound({ table, space }: Search, plan: Plan, at: number): number {
  return (space.ranks * plan.microBatch) / (plan.tp * plan.cp * modelPassSeconds(table, at));
}

function tryReplicas(search: Search, plan: Plan, order: number): void {
  const { assembly, table, space, choices, usable } = search;
  const count = replicaChoices(choices, space, table.setup.training.globalBatch, plan);
  for (let i = 0; i < count; i++) {
    plan.dp = choices[2 * i];
    const m = choices[2 * i + 1];
    const bytes = assembleMemory(assembly, table, plan, m);
    if (bytes > usable) {
      if (search.leanest === null || bytes < search.leanest.bytes) {
        search.leanest = { plan: { ...plan }, bytes };
      }
      continue;
    }
    const seconds = assembleSeconds(assembly, table, plan, m);
    search.evaluated++;
    keep(search, plan, (plan.dp * m * plan.microBatch) / seconds, order + i);
  }
}

/** All pipelines and sharding stages over one layer set. */
function tryPipelines(search: Search, plan: Plan, at: number, order: number): void {
  const { assembly, table, space, usable, exhaustive } = search;
  const { ranks } = space;
  const pass = modelPassSeconds(table, at);
  const leastBytes = leastStateBytes(table, at);
  const batch = table.setup.training.globalBatch * (1 + BATCH_TOLERANCE);
  for (let i = 0; i < search.pipelines.length; i++) {
    const pipeline = search.pipelines[i];
    const { pp } = pipeline;
    if (plan.tp * plan.cp * pp > ranks || plan.ep * plan.etp * pp > ranks) continue;
    plan.pp = pp;
    plan.schedule = pipeline.schedule;
    plan.vpp = pipeline.vpp;
    // The mean rank holds its share of the states, and works and idles at least this long; the worst no less.
    if (pp > 1 && leastBytes / pp > usable && !exhaustive) continue;
    const parallel = Math.floor(ranks / (plan.tp * plan.cp * pp)) * plan.microBatch;
    if (!hopeful(search, batch / ((batch / parallel + pipeline.bubble) * (pass / pp)))) continue;
    bindLayout(assembly, table, at, pipeline.layout);
    // The busiest rank works through every micro-batch of its pipeline.
    if (!hopeful(search, parallel / assembly.sums.total)) continue;
    for (let z = 0; z < space.zero.length; z++) {
      plan.zero = space.zero[z];
      // Parameters gathered for every micro-batch pay off only without a pipeline.
      if (plan.zero === 3 && pp > 1) continue;
      tryReplicas(search, plan, order + (i * space.zero.length + z) * 2);
    }
  }
}

/** Every combination of the layer plan, with the bound of its leanest recomputation: the first of the list. */
function layerGroups(search: Search): LayerGroup[] {
  const { space, table } = search;
  const groups: LayerGroup[] = [];
  const step = space.recompute.length * search.pipelines.length * space.zero.length * 2;
  for (const tp of space.tp) {
    for (const cp of space.cp) {
      for (const etp of space.etp(tp)) {
        for (const ep of space.ep) {
          if (ep * etp > space.ranks || tp * cp > space.ranks) continue;
          for (const microBatch of space.microBatch) {
            const plan: Plan = {
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
            };
            groups.push({
              plan,
              bound: layerBound(search, plan, setOffset(table, plan)),
              order: groups.length * step,
            });
          }
        }
      }
    }
  }
  search.considered = groups.length * space.recompute.length * search.pipelines.length * space.zero.length;
  return groups;
}

function searchGroup(search: Search, group: LayerGroup): void {
  const { space, table } = search;
  const step = search.pipelines.length * space.zero.length * 2;
  const plan = { ...group.plan };
  space.recompute.forEach((recompute, i) => {
    plan.recompute = recompute;
    const at = setOffset(table, plan);
    if (hopeful(search, layerBound(search, plan, at))) tryPipelines(search, plan, at, group.order + i * step);
  });
}

/**
 * The plan with the highest throughput. Branch and bound over the whole space, best bound first, memory before time;
 * `exhaustive` tries every plan instead and finds the same one. Deterministic: equal rates go to the plan that comes
 * first in the order of the space. Pure but for `seconds`, which the caller's clock (ms) gives.
 */
export function findBestPlan(
  setup: Setup,
  constraints: PlanConstraints = {},
  { now = () => 0, exhaustive = false }: SearchOptions = {},
): SearchResult {
  const started = now();
  const space = planSpace(setup, constraints);
  const table = createTable(setup);
  const search: Search = {
    table,
    space,
    pipelines: pipelines(setup.model, space),
    assembly: createAssembly(),
    usable: usableBytes(table),
    exhaustive,
    best: [],
    choices: [],
    considered: 0,
    evaluated: 0,
    leanest: null,
  };
  const groups = layerGroups(search).sort((a, b) => b.bound - a.bound || a.order - b.order);
  for (const group of groups) {
    if (!hopeful(search, group.bound)) break;
    searchGroup(search, group);
  }
  // Bounds say that nothing fits, not by how much: the full search finds what came nearest.
  if (search.best.length === 0 && search.leanest === null && !exhaustive) {
    return findBestPlan(setup, constraints, { now, exhaustive: true });
  }
  const top = search.best.map((found) => estimateStep(setup, found.plan, table));
  return {
    best: top[0] ?? null,
    reason: top.length > 0 ? null : infeasibleReason(setup, search.leanest, search.usable),
    top,
    plansInSpace: search.considered,
    plansEvaluated: search.evaluated,
    plansPruned: search.considered - search.evaluated,
    seconds: (now() - started) / 1000,
  };
}
