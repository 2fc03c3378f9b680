import {
  type Assembly,
  assembleBytes,
  assembleSeconds,
  bindCosts,
  bindLayout,
  createAssembly,
  createTable,
  type LayerTable,
  leastMicroBatches,
  microBatchesOf,
  modelPassSeconds,
  type PipelineLayout,
  type Plan,
  type Setup,
  setOffset,
  usableBytes,
} from '../step';
import { type Pipeline, pipelines } from './pipelines';
import { replicasAllowed } from './replicas';
import {
  BATCH_TOLERANCE,
  eachLayerPlan,
  layerPlan,
  type PlanSpace,
  planSpace,
  setSharding,
  shardsEvenly,
} from './space';
import type { PlanConstraints } from './types';
import type { Choice, Variant } from './variants';
import { layoutOf } from './walk';

/** Rounding that a bound may have lost. */
export const SLACK = 1 - 1e-9;

/** A pace that may depend on the chips at work: tokens a second, never falling with more of them. */
export type Pace = (chips: number) => number;

export interface Size {
  /** Packages at work under the plan. */
  chips: number;
  plan: Plan;
}

export interface Sizing {
  setup: Setup;
  space: PlanSpace;
  table: LayerTable;
  pipelines: Pipeline[];
  layouts: PipelineLayout[];
  assembly: Assembly;
  usable: number;
  /** Most sequences in a batch, rounding included. */
  batch: number;
  /** The most ranks that are considered. */
  most: number;
  /** Cheapest layer sets first: rank-seconds of one sequence. */
  layers: Layers[];
}

/** Tensor, context and expert parallelism, micro-batch and recomputation; the passes of one micro-batch take `pass` seconds. */
export interface Layers {
  plan: Plan;
  at: number;
  pass: number;
  rankSeconds: number;
}

export function openSizing(
  { setup, choice }: Variant,
  constraints: PlanConstraints,
  most: number,
  memoryMargin: number,
): Sizing {
  const largest: Setup = { ...setup, cluster: { ...setup.cluster, chips: most } };
  const space = planSpace(largest, constraints);
  const table = createTable(setup);
  return {
    setup,
    space,
    table,
    pipelines: pipelines(setup.model, space),
    layouts: [],
    assembly: createAssembly(),
    usable: usableBytes(table) * (1 - memoryMargin),
    batch: setup.training.globalBatch * (1 + BATCH_TOLERANCE),
    most: most * setup.cluster.system.chip.dies,
    layers: layersOf(space, table, choice).sort((a, b) => a.rankSeconds - b.rankSeconds),
  };
}

function layersOf(space: PlanSpace, table: LayerTable, choice: Choice): Layers[] {
  const all: Layers[] = [];
  eachLayerPlan(space, (tp, cp, ep, etp, microBatch) => {
    const degrees = { tp, cp, ep, etp, microBatch };
    for (const recompute of space.recompute) {
      const plan = layerPlan(degrees, recompute, choice);
      const at = setOffset(table, plan);
      const pass = modelPassSeconds(table, at);
      all.push({ plan, at, pass, rankSeconds: (pass * plan.tp * plan.cp) / plan.microBatch });
    }
  });
  return all;
}

/** Micro-batches of a pipeline under `plan.dp` replicas; 0 where the batch or the schedule does not allow so many. */
export function passes({ space, setup }: Sizing, plan: Plan): number {
  const { globalBatch } = setup.training;
  if (!shardsEvenly(plan.shardGroup, plan.dp * plan.cp)) return 0;
  const m = microBatchesOf(globalBatch, plan.dp, plan.microBatch);
  return replicasAllowed(space, globalBatch, plan.microBatch, plan, plan.dp, m) ? m : 0;
}

/** Binds what depends on replicas, and tells whether the plan fits. */
export function fits({ assembly, table, usable }: Sizing, plan: Plan, m: number): boolean {
  bindCosts(assembly.costs, table, plan, m);
  return assembleBytes(assembly, table, assembly.costs) <= usable;
}

/** Does a plan that `fits` has just bound come to `pace` tokens a second? */
export function reaches(pace: number, { assembly, table, setup }: Sizing, plan: Plan): boolean {
  const { costs } = assembly;
  const tokens = plan.dp * costs.m * plan.microBatch * setup.training.sequence;
  // A report adds the same plan's parts in another order: its own pace must be one that it keeps.
  return tokens / assembleSeconds(assembly, table, costs) >= pace * SLACK;
}

/** Pipelines of one layer set, each bound and tried with every sharding stage. */
export function eachPipeline(
  sizing: Sizing,
  layers: Layers,
  worthwhile: (pipeline: Pipeline) => boolean,
  attempt: (plan: Plan, pipeline: Pipeline) => void,
): void {
  const { pipelines: all, space, assembly, table } = sizing;
  const plan: Plan = { ...layers.plan };
  all.forEach((pipeline, index) => {
    if (!worthwhile(pipeline)) return;
    plan.pp = pipeline.pp;
    plan.vpp = pipeline.vpp;
    plan.schedule = pipeline.schedule;
    bindLayout(assembly, table, layers.at, layoutOf(sizing, index));
    for (const sharding of space.shardings) {
      if (setSharding(plan, space, sharding)) attempt(plan, pipeline);
    }
  });
}

/** Replicas that the batch has room for in this pipeline. */
export const replicasIn = ({ batch }: Sizing, { microBatch }: Plan, { schedule, pp }: Pipeline): number =>
  Math.floor(batch / (microBatch * leastMicroBatches(schedule, pp)));
