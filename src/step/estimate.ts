import { modelFlopsPerToken } from '../model';
import { words } from '../words';
import {
  type Assembly,
  assembleLanes,
  bindPlan,
  createAssembly,
  createStepLanes,
  type StepLanes,
} from './assemble';
import { planSetup } from './choice';
import { ranksInDomain } from './collectives';
import { PART } from './costs';
import { planRanks } from './data-parallel';
import { laneSum, OUT, UP } from './lanes';
import type { PipelineLayout } from './layout';
import { planMemory } from './memory';
import type { Rates } from './rates';
import { COLUMN } from './row';
import { stageColumn } from './stage';
import { createTable, type LayerTable } from './table';
import { type Plan, RESOURCES, type Resource, type Setup, type StepEstimate, type TimePart } from './types';
import { WORK, WORK_PARTS, type WorkPart } from './work';

/** The link that a group of n ranks, `stride` apart, waits for: the NIC as soon as it leaves a scale-up domain. */
const groupLink = (rates: Rates, n: number, stride: number): Resource =>
  n === 1 || ranksInDomain(rates, n, stride) === n ? 'scale_up_bandwidth' : 'scale_out_bandwidth';

/** The link that most of some traffic takes. */
const trafficLink = (...lanes: Float64Array[]): Resource =>
  lanes.reduce((sum, of) => sum + of[UP] - of[OUT], 0) > 0 ? 'scale_up_bandwidth' : 'scale_out_bandwidth';

/** The resource that most of a kind of work waits for. */
function workResources(
  rates: Rates,
  { tp, cp, ep, etp }: Plan,
  lanes: StepLanes,
): Record<WorkPart, Resource> {
  return {
    linear: 'flops',
    experts: 'flops',
    attention: 'flops',
    vector: 'memory_bandwidth',
    recompute: 'flops',
    tp: groupLink(rates, tp, 1),
    cp: groupLink(rates, cp, tp),
    ep: groupLink(rates, ep, etp),
    etp: groupLink(rates, etp, 1),
    sends: trafficLink(lanes.sends),
    reduce: trafficLink(lanes.raw[PART.REDUCE]),
    gather: trafficLink(lanes.raw[PART.GATHER], lanes.raw[PART.SHARDED]),
    optimizer: 'memory_bandwidth',
    fixed: 'latency_and_host',
  };
}

/** Ranks of a cluster: a package with two dies is two ranks to the software. */
export function clusterRanks(setup: Setup): number {
  return setup.cluster.chips * setup.cluster.system.chip.dies;
}

/** Micro-batches that one of `dp` pipelines runs in a step: the batch rounded to a multiple of dp·microBatch, at least one. */
export const microBatchesOf = (globalBatch: number, dp: number, microBatch: number): number =>
  Math.max(1, Math.round(globalBatch / (dp * microBatch)));

export const microBatches = (setup: Setup, plan: Pick<Plan, 'dp' | 'microBatch'>): number =>
  microBatchesOf(setup.training.globalBatch, plan.dp, plan.microBatch);

function timeParts(a: Assembly, table: LayerTable, lanes: StepLanes, m: number): Record<TimePart, number> {
  const layout = a.layout as PipelineLayout;
  const column = (index: number) => m * stageColumn(table, a.at, layout, a.sums.busiest, index);
  const parts: Record<TimePart, number> = {
    compute: column(COLUMN.COMPUTE),
    scale_up: column(COLUMN.EXPOSED_UP),
    scale_out: column(COLUMN.EXPOSED_OUT),
    bubble: laneSum(lanes.bubble),
    host: column(COLUMN.HOST),
    optimizer: laneSum(lanes.optimizer),
    other: laneSum(lanes.jitter) + laneSum(lanes.fixed),
  };
  for (const exposed of [lanes.sends, lanes.sharded, lanes.reduce, lanes.gather]) {
    const total = laneSum(exposed);
    const cross = exposed[UP] + exposed[OUT];
    const up = cross > 0 ? Math.max(0, Math.min(1, exposed[UP] / cross)) : 0;
    parts.scale_up += total * up;
    parts.scale_out += total * (1 - up);
  }
  return parts;
}

function workList(
  a: Assembly,
  table: LayerTable,
  lanes: StepLanes,
  plan: Plan,
  m: number,
): StepEstimate['work'] {
  const layout = a.layout as PipelineLayout;
  const seconds = {
    sends: laneSum(lanes.sends),
    reduce: laneSum(lanes.raw[PART.REDUCE]),
    gather: laneSum(lanes.raw[PART.GATHER]) + m * laneSum(lanes.raw[PART.SHARDED]),
    optimizer: laneSum(lanes.optimizer),
    fixed: laneSum(lanes.fixed),
  } as Record<WorkPart, number>;
  WORK.forEach((part, i) => {
    seconds[part] = m * stageColumn(table, a.at, layout, a.sums.busiest, COLUMN.WORK + i);
  });
  const resources = workResources(table.rates, plan, lanes);
  return WORK_PARTS.map((part) => ({ part, resource: resources[part], seconds: seconds[part] })).filter(
    (item) => item.seconds > 0,
  );
}

/** Reused from step to step: nothing of it is in a report. */
const scratch = createAssembly();
const scratchLanes = createStepLanes();

/** The same tokens a second as `estimateStep` gives, to the bit, without its report. */
export function stepTokensPerSecond(
  setup: Setup,
  plan: Plan,
  table = createTable(planSetup(setup, plan)),
): number {
  const m = microBatches(setup, plan);
  bindPlan(scratch, table, plan, m);
  const seconds = laneSum(assembleLanes(scratchLanes, scratch, table).total);
  return (m * plan.dp * plan.microBatch * setup.training.sequence) / seconds;
}

/** One step of `setup` under `plan`, in full. Pure; builds its own table unless one for the plan's setup is given. */
export function estimateStep(
  setup: Setup,
  plan: Plan,
  table: LayerTable = createTable(planSetup(setup, plan)),
): StepEstimate {
  const a = scratch;
  const m = microBatches(setup, plan);
  bindPlan(a, table, plan, m);
  const memory = planMemory(table, a.sums, a.layout as PipelineLayout, plan, a.costs);
  const lanes = assembleLanes(scratchLanes, a, table);
  const seconds = laneSum(lanes.total);
  const batch = m * plan.dp * plan.microBatch;
  const { training, cluster } = setup;
  const tokensPerSecond = (batch * training.sequence) / seconds;
  const flopsPerToken = modelFlopsPerToken(setup.model, training.sequence);
  const used = planRanks(plan);
  const feasible = memory.total <= memory.capacity;
  const elasticity = {} as Record<Resource, number>;
  RESOURCES.forEach((resource, i) => {
    elasticity[resource] = lanes.total[i] / seconds;
  });
  return {
    plan,
    feasible,
    reason: feasible ? null : words().step.tooLarge(memory.total, memory.capacity),
    stepSeconds: seconds,
    batchSequences: batch,
    tokensPerSecond,
    modelFlopsPerToken: flopsPerToken,
    mfu: (tokensPerSecond * flopsPerToken) / (cluster.chips * cluster.system.chip.peakFlops.bf16),
    ranksUsed: used,
    ranksIdle: clusterRanks(setup) - used,
    timeParts: timeParts(a, table, lanes, m),
    elasticity,
    memory,
    work: workList(a, table, lanes, plan, m),
  };
}
