import { modelFlopsPerToken } from '../model';
import { type Assembly, assembleLanes, bindStages, createAssembly, type StepLanes } from './assemble';
import { WORK, type Work } from './builder';
import { laneSum, OUT, UP } from './lanes';
import type { PipelineLayout } from './layout';
import { planMemory } from './memory';
import { COLUMN } from './row';
import { stageColumn } from './stage';
import { createTable, type LayerTable } from './table';
import { type Plan, RESOURCES, type Resource, type Setup, type StepEstimate, type TimePart } from './types';

const WORK_LABELS: Record<Work, { label: string; resource: Resource }> = {
  linear: { label: 'linear layers', resource: 'flops' },
  experts: { label: 'routed experts (grouped GEMM)', resource: 'flops' },
  attention: { label: 'attention core', resource: 'flops' },
  vector: { label: 'memory-bound kernels', resource: 'memory_bandwidth' },
  recompute: { label: 'recomputation', resource: 'flops' },
  tp: { label: 'tensor-parallel collectives', resource: 'scale_up_bandwidth' },
  cp: { label: 'context-parallel exchange', resource: 'scale_up_bandwidth' },
  ep: { label: 'expert all-to-all', resource: 'scale_out_bandwidth' },
  etp: { label: 'expert tensor-parallel collectives', resource: 'scale_up_bandwidth' },
};

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

function workList(a: Assembly, table: LayerTable, lanes: StepLanes, m: number): StepEstimate['work'] {
  const layout = a.layout as PipelineLayout;
  const list: StepEstimate['work'] = WORK.map((work, i) => ({
    ...WORK_LABELS[work],
    seconds: m * stageColumn(table, a.at, layout, a.sums.busiest, COLUMN.WORK + i),
  }));
  list.push(
    { label: 'pipeline sends, exposed', resource: 'scale_out_bandwidth', seconds: laneSum(lanes.sends) },
    { label: 'gradient reduction', resource: 'scale_out_bandwidth', seconds: laneSum(a.work.reduce) },
    {
      label: 'parameter gathering',
      resource: 'scale_out_bandwidth',
      seconds: laneSum(a.work.gather) + m * laneSum(a.work.sharded),
    },
    { label: 'optimizer update', resource: 'memory_bandwidth', seconds: laneSum(lanes.optimizer) },
    { label: 'fixed cost of a step', resource: 'latency_and_host', seconds: laneSum(lanes.fixed) },
  );
  return list.filter((item) => item.seconds > 0);
}

/** Reused by `stepTokensPerSecond`, which is called many times in a row. */
const scratch = createAssembly();

/** The same tokens a second as `estimateStep` gives, to the bit, without its report. */
export function stepTokensPerSecond(setup: Setup, plan: Plan): number {
  const table = createTable(setup);
  const m = microBatches(setup, plan);
  bindStages(scratch, table, plan);
  const seconds = laneSum(assembleLanes(scratch, table, plan, m).total);
  return (m * plan.dp * plan.microBatch * setup.training.sequence) / seconds;
}

/** One step of `setup` under `plan`, in full. Pure; builds its own table unless one for the same setup is given. */
export function estimateStep(setup: Setup, plan: Plan, table: LayerTable = createTable(setup)): StepEstimate {
  const a = createAssembly();
  const m = microBatches(setup, plan);
  bindStages(a, table, plan);
  const memory = planMemory(table, a.sums, a.layout as PipelineLayout, plan, m);
  const lanes = assembleLanes(a, table, plan, m);
  const seconds = laneSum(lanes.total);
  const batch = m * plan.dp * plan.microBatch;
  const { training, cluster } = setup;
  const tokensPerSecond = (batch * training.sequence) / seconds;
  const flopsPerToken = modelFlopsPerToken(setup.model, training.sequence);
  const used = plan.tp * plan.cp * plan.dp * plan.pp;
  const feasible = memory.total <= memory.capacity;
  const elasticity = {} as Record<Resource, number>;
  RESOURCES.forEach((resource, i) => {
    elasticity[resource] = lanes.total[i] / seconds;
  });
  return {
    plan,
    feasible,
    reason: feasible
      ? null
      : `needs ${(memory.total / 1e9).toFixed(1)} GB a rank of ${(memory.capacity / 1e9).toFixed(1)} GB usable`,
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
    work: workList(a, table, lanes, m),
  };
}
