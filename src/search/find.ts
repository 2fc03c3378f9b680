import {
  type Assembly,
  assembleMemory,
  assembleSeconds,
  bindLayout,
  bubblePasses,
  createAssembly,
  createTable,
  estimateStep,
  type LayerTable,
  layoutShape,
  modelPassSeconds,
  type PipelineLayout,
  type Plan,
  pipelineLayout,
  type Setup,
  setOffset,
  usableBytes,
} from '../step';
import { leastBytes, meanRankBytes, planBound, type RankedPipelines, rankPipelines } from './bound';
import { createKept, type Kept, keep } from './kept';
import { infeasibleReason } from './reason';
import { offers, type Pipeline, type PlanSpace, pipelines, planSpace, replicaChoices } from './space';
import type { PlanConstraints, SearchOptions, SearchResult } from './types';

/** Plans that a search returns unless it is asked for more or fewer. */
const TOP = 5;
/** Rounding that a bound may have lost: a plan this close to the bound is still tried. */
const SLACK = 1 + 1e-9;

interface Search {
  table: LayerTable;
  space: PlanSpace;
  pipelines: Pipeline[];
  layouts: PipelineLayout[];
  /** By ranks a stage and micro-batch. */
  ranked: Map<string, RankedPipelines>;
  assembly: Assembly;
  usable: number;
  exhaustive: boolean;
  kept: Kept;
  choices: number[];
  considered: number;
  evaluated: number;
  leanest: { plan: Plan; bytes: number } | null;
}

/** Plans that share tensor, context and expert parallelism and micro-batch; they differ in recomputation. */
interface LayerGroup {
  plan: Plan;
  ranked: RankedPipelines;
  /** No plan of the group is faster than this many sequences a second. */
  bound: number;
  order: number;
}

/** Can a plan with this bound still be among the kept ones? */
function hopeful({ exhaustive, kept }: Search, bound: number): boolean {
  return exhaustive || bound * SLACK >= kept.least;
}

/** Can one of the plan's replica choices, which stand in `choices`? */
function anyHopeful(search: Search, plan: Plan, count: number, busiest: number, mean: number): boolean {
  if (search.exhaustive) return true;
  const { table, choices } = search;
  for (let i = 0; i < count; i++) {
    plan.dp = choices[2 * i];
    const m = choices[2 * i + 1];
    const bubble = bubblePasses(plan.schedule, plan.pp, plan.vpp, m);
    if (hopeful(search, planBound(table, plan, m, bubble, busiest, mean))) return true;
  }
  return false;
}

function tryReplicas(search: Search, plan: Plan, count: number, order: number): void {
  const { assembly, table, choices, usable, kept } = search;
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
    keep(kept, plan, (plan.dp * m * plan.microBatch) / seconds, order + i);
  }
}

/** All pipelines and sharding stages over one layer set. */
function tryPipelines(
  search: Search,
  plan: Plan,
  { index, reach }: RankedPipelines,
  at: number,
  order: number,
): void {
  const { assembly, table, space, usable, exhaustive, choices } = search;
  const pass = modelPassSeconds(table, at);
  const least = leastBytes(table, at, space.zero);
  for (let k = 0; k < index.length; k++) {
    if (!hopeful(search, reach[k] / pass)) return;
    const pipeline = search.pipelines[index[k]];
    const { pp } = pipeline;
    if (plan.ep * plan.etp * pp > space.ranks) continue;
    if (pp > 1 && !exhaustive && meanRankBytes(least, pipeline) > usable * SLACK) continue;
    plan.pp = pp;
    plan.schedule = pipeline.schedule;
    plan.vpp = pipeline.vpp;
    const count = replicaChoices(choices, space, table.setup.training.globalBatch, plan);
    if (count === 0 || !anyHopeful(search, plan, count, pass / pp, pass / pp)) continue;
    bindLayout(assembly, table, at, layoutOf(search, index[k]));
    if (!anyHopeful(search, plan, count, assembly.sums.total, assembly.sums.meanTotal)) continue;
    for (let z = 0; z < space.zero.length; z++) {
      plan.zero = space.zero[z];
      // Parameters gathered for every micro-batch pay off only without a pipeline.
      if (plan.zero === 3 && pp > 1) continue;
      tryReplicas(search, plan, count, order + (index[k] * space.zero.length + z) * 2);
    }
  }
}

/** Layout of the pipeline at `index`, laid out when it is first asked for. */
function layoutOf({ layouts, pipelines: all, table }: Search, index: number): PipelineLayout {
  const { pp, vpp, schedule } = all[index];
  layouts[index] ??= pipelineLayout(table.setup.model, pp, vpp, layoutShape(schedule));
  return layouts[index];
}

/** Starts the bounds at the rate of a plan of the space that fits, so that less is tried; what is found stays the same. */
function startAt(search: Search, hint: Plan): void {
  const { assembly, table, space, usable, kept, choices } = search;
  if (kept.size !== 1 || !offers(space, hint)) return;
  const plan: Plan = { ...hint, shardGroup: 0, recomputeShare: 1 };
  const index = search.pipelines.findIndex(
    ({ pp, vpp, schedule }) => pp === plan.pp && vpp === plan.vpp && schedule === plan.schedule,
  );
  if (index < 0 || plan.tp * plan.cp * plan.pp > space.ranks) return;
  if (plan.ep * plan.etp * plan.pp > space.ranks || (plan.zero === 3 && plan.pp > 1)) return;
  const count = replicaChoices(choices, space, table.setup.training.globalBatch, plan);
  bindLayout(assembly, table, setOffset(table, plan), layoutOf(search, index));
  for (let i = 0; i < count; i++) {
    plan.dp = choices[2 * i];
    const m = choices[2 * i + 1];
    if (assembleMemory(assembly, table, plan, m) > usable) continue;
    const rate = (plan.dp * m * plan.microBatch) / assembleSeconds(assembly, table, plan, m);
    kept.least = Math.max(kept.least, rate);
  }
}

function rankedFor(search: Search, { tp, cp, microBatch }: Plan): RankedPipelines {
  const { ranked, pipelines, space, table } = search;
  const key = `${tp * cp},${microBatch}`;
  const known = ranked.get(key);
  if (known) return known;
  const { globalBatch } = table.setup.training;
  const made = rankPipelines(pipelines, space.ranks, tp * cp, microBatch, globalBatch);
  ranked.set(key, made);
  return made;
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
            const ranked = rankedFor(search, plan);
            const pass = modelPassSeconds(table, setOffset(table, plan));
            const bound = ranked.reach.length > 0 ? ranked.reach[0] / pass : 0;
            groups.push({ plan, ranked, bound, order: groups.length * step });
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
    tryPipelines(search, plan, group.ranked, at, group.order + i * step);
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
  { now = () => 0, exhaustive = false, top: size = TOP, hint = null }: SearchOptions = {},
): SearchResult {
  const started = now();
  const space = planSpace(setup, constraints);
  const table = createTable(setup);
  const search: Search = {
    table,
    space,
    pipelines: pipelines(setup.model, space),
    layouts: [],
    ranked: new Map(),
    assembly: createAssembly(),
    usable: usableBytes(table),
    exhaustive,
    kept: createKept(size),
    choices: [],
    considered: 0,
    evaluated: 0,
    leanest: null,
  };
  if (hint && !exhaustive) startAt(search, hint);
  const groups = layerGroups(search).sort((a, b) => b.bound - a.bound || a.order - b.order);
  for (const group of groups) {
    if (!hopeful(search, group.bound)) break;
    searchGroup(search, group);
  }
  // Bounds say that nothing fits, not by how much: the full search finds what came nearest.
  if (search.kept.found.length === 0 && search.leanest === null && !exhaustive) {
    return findBestPlan(setup, constraints, { now, exhaustive: true, top: size });
  }
  const top = search.kept.found.map((found) => estimateStep(setup, found.plan, table));
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
