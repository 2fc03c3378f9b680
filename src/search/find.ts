import {
  type Assembly,
  assembleMemory,
  assembleSeconds,
  bindStages,
  createAssembly,
  createTable,
  estimateStep,
  type LayerTable,
  type Plan,
  type Setup,
  usableBytes,
} from '../step';
import { type PlanSpace, planSpace, replicaChoices, scheduleFits } from './space';
import type { PlanConstraints, SearchResult } from './types';

const KEPT = 5;

interface Progress {
  best: { plan: Plan; rate: number }[];
  inSpace: number;
  evaluated: number;
  tooBig: number;
  leanest: { plan: Plan; bytes: number } | null;
}

/** Keeps the best plans in order; equal rates keep the first found, so that the result is deterministic. */
function keep(progress: Progress, plan: Plan, rate: number): void {
  const { best } = progress;
  if (best.length === KEPT && rate <= best[KEPT - 1].rate) return;
  let i = best.length;
  while (i > 0 && best[i - 1].rate < rate) i--;
  best.splice(i, 0, { plan: { ...plan }, rate });
  if (best.length > KEPT) best.pop();
}

function tryReplicas(
  progress: Progress,
  a: Assembly,
  table: LayerTable,
  space: PlanSpace,
  plan: Plan,
  choices: number[],
  usable: number,
): void {
  const { training, model } = table.setup;
  const count = replicaChoices(choices, space, training.globalBatch, plan);
  for (let i = 0; i < count; i++) {
    plan.dp = choices[2 * i];
    const m = choices[2 * i + 1];
    if (!scheduleFits(plan, model.layerKinds.length, m)) continue;
    progress.inSpace++;
    assembleMemory(a, table, plan, m);
    if (a.memoryBytes > usable) {
      progress.tooBig++;
      if (progress.leanest === null || a.memoryBytes < progress.leanest.bytes)
        progress.leanest = { plan: { ...plan }, bytes: a.memoryBytes };
      continue;
    }
    assembleSeconds(a, table, plan, m);
    progress.evaluated++;
    keep(progress, plan, (plan.dp * m * plan.microBatch) / a.seconds);
  }
}

/** All pipeline depths, schedules and sharding stages over one layer plan. */
function trySchedules(
  progress: Progress,
  a: Assembly,
  table: LayerTable,
  space: PlanSpace,
  plan: Plan,
  choices: number[],
  usable: number,
): void {
  for (const pp of space.pp) {
    if (plan.tp * plan.cp * pp > space.ranks || plan.ep * plan.etp * pp > space.ranks) continue;
    plan.pp = pp;
    for (const { schedule, vpp } of space.schedules) {
      if (pp * vpp > table.setup.model.layerKinds.length) continue;
      plan.schedule = schedule;
      plan.vpp = vpp;
      bindStages(a, table, plan);
      for (const zero of space.zero) {
        // Parameters gathered for every micro-batch pay off only without a pipeline.
        if (zero === 3 && pp > 1) continue;
        plan.zero = zero;
        tryReplicas(progress, a, table, space, plan, choices, usable);
      }
    }
  }
}

function infeasibleReason(setup: Setup, progress: Progress, usable: number): string {
  const dies = setup.cluster.system.chip.dies;
  const gigabytes = (bytes: number) => `${((bytes * dies) / 1e9).toFixed(0)} GB`;
  if (progress.leanest === null) {
    return progress.inSpace === 0
      ? 'no parallel plan divides this cluster, batch and model under the given limits'
      : 'no plan could be evaluated';
  }
  const { plan, bytes } = progress.leanest;
  return `does not fit: the leanest plan (TP${plan.tp} PP${plan.pp} EP${plan.ep} DP${plan.dp}, recompute ${plan.recompute}) needs ${gigabytes(bytes)} a chip of ${gigabytes(usable)} usable; more chips or more memory a chip would make it fit`;
}

/**
 * The plan with the highest throughput, by trying every plan in the space, memory first. Deterministic: ties go to
 * the plan that comes first in the order of the space. Pure but for `seconds`, which the caller's clock gives.
 */
export function findBestPlan(
  setup: Setup,
  constraints: PlanConstraints = {},
  now: () => number = () => 0,
): SearchResult {
  const started = now();
  const space = planSpace(setup, constraints);
  const table = createTable(setup);
  const usable = usableBytes(table);
  const a = createAssembly();
  const choices: number[] = [];
  const progress: Progress = { best: [], inSpace: 0, evaluated: 0, tooBig: 0, leanest: null };
  const plan: Plan = {
    tp: 1,
    pp: 1,
    vpp: 1,
    ep: 1,
    etp: 1,
    cp: 1,
    dp: 1,
    zero: 1,
    shardGroup: 0,
    microBatch: 1,
    recompute: 'none',
    recomputeShare: 1,
    schedule: '1f1b',
  };
  for (const tp of space.tp) {
    for (const cp of space.cp) {
      for (const etp of space.etp(tp)) {
        for (const ep of space.ep) {
          if (ep * etp > space.ranks) continue;
          for (const microBatch of space.microBatch) {
            for (const recompute of space.recompute) {
              Object.assign(plan, { tp, cp, etp, ep, microBatch, recompute });
              trySchedules(progress, a, table, space, plan, choices, usable);
            }
          }
        }
      }
    }
  }
  const top = progress.best.map((found) => estimateStep(setup, found.plan, table));
  return {
    best: top[0] ?? null,
    reason: top.length > 0 ? null : infeasibleReason(setup, progress, usable),
    top,
    plansInSpace: progress.inSpace,
    plansEvaluated: progress.evaluated,
    plansPruned: progress.tooBig,
    seconds: (now() - started) / 1000,
  };
}
