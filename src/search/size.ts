import {
  type Assembly,
  assembleBytes,
  assembleSeconds,
  bindCosts,
  bindLayout,
  createAssembly,
  createTable,
  doublings,
  jitterFactor,
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
import { replicaStep, replicasAllowed } from './replicas';
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
import { layoutOf } from './walk';

/**
 * The smallest or the largest cluster on which some plan keeps a pace. Not by bisection over searches: the best plan of
 * a larger cluster may be slower, because its replicas divide the batch less evenly, though the chips could stand idle.
 * Every plan of the space is asked for its own least or largest number of replicas instead, best bound first.
 */

/** Rounding that a bound may have lost. */
const SLACK = 1 - 1e-9;

/** A pace that may depend on the chips at work: tokens a second, never falling with more of them. */
export type Pace = (chips: number) => number;

/** Finds sizes of one cluster for any number of paces; what they share is computed once. */
export interface Sizer {
  /**
   * The fewest chips on which some plan of the space reaches the pace; null where none does. Exact: as found by trying
   * every cluster size, chips of which some may stand idle.
   */
  fewest(needed: Pace): Size | null;
  /**
   * The most chips that some plan of the space puts to work at the pace or above, a pace that is at least `perChip`
   * tokens a second for each chip, such as that of a fixed budget; null where no size keeps it. Exact: no plan of the
   * space that uses more chips does.
   */
  most(needed: Pace, perChip: number): Size | null;
}

export interface Size {
  /** Packages at work under the plan. */
  chips: number;
  plan: Plan;
}

interface Sizing {
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
interface Layers {
  plan: Plan;
  at: number;
  pass: number;
  rankSeconds: number;
}

function open(setup: Setup, constraints: PlanConstraints, most: number, memoryMargin: number): Sizing {
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
    layers: layersOf(space, table).sort((a, b) => a.rankSeconds - b.rankSeconds),
  };
}

function layersOf(space: PlanSpace, table: LayerTable): Layers[] {
  const all: Layers[] = [];
  eachLayerPlan(space, (degrees) => {
    for (const recompute of space.recompute) {
      const plan = layerPlan(degrees, recompute);
      const at = setOffset(table, plan);
      const pass = modelPassSeconds(table, at);
      all.push({ plan, at, pass, rankSeconds: (pass * plan.tp * plan.cp) / plan.microBatch });
    }
  });
  return all;
}

/** Micro-batches of a pipeline under `plan.dp` replicas; 0 where the batch or the schedule does not allow so many. */
function passes({ space, setup }: Sizing, plan: Plan): number {
  const { globalBatch } = setup.training;
  if (!shardsEvenly(plan.shardGroup, plan.dp * plan.cp)) return 0;
  const m = microBatchesOf(globalBatch, plan.dp, plan.microBatch);
  return replicasAllowed(space, globalBatch, plan.microBatch, plan, plan.dp, m) ? m : 0;
}

/** Binds what depends on replicas, and tells whether the plan fits and comes to `pace` tokens a second. */
function keeps(pace: number, sizing: Sizing, plan: Plan, m: number): boolean {
  const { table, assembly, setup, usable } = sizing;
  const { costs } = assembly;
  bindCosts(costs, table, plan, m);
  const tokens = plan.dp * m * plan.microBatch * setup.training.sequence;
  return (
    assembleBytes(assembly, table, costs) <= usable &&
    // A report adds the same plan's parts in another order: its own pace must be one that it keeps.
    tokens / assembleSeconds(assembly, table, costs) >= pace * SLACK
  );
}

function fits({ assembly, table, usable }: Sizing, plan: Plan, m: number): boolean {
  bindCosts(assembly.costs, table, plan, m);
  return assembleBytes(assembly, table, assembly.costs) <= usable;
}

const multipleBelow = (most: number, step: number): number => Math.floor(most / step) * step;

/** Pipelines of one layer set, each bound and tried with every sharding stage. */
function eachPipeline(
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
const replicasIn = ({ batch }: Sizing, { microBatch }: Plan, { schedule, pp }: Pipeline): number =>
  Math.floor(batch / (microBatch * leastMicroBatches(schedule, pp)));

/**
 * Replicas below which no plan of this pipeline reaches `pace` sequences a second: m passes and the bubble must fit into
 * the time of dp·m micro-batches, and dp·m of them into the batch. Infinity where that is impossible.
 */
function leastReplicas(
  { batch }: Sizing,
  pace: number,
  microBatch: number,
  busiest: number,
  bubble: number,
): number {
  const idle = (pace * bubble) / batch;
  return idle >= 1 ? Number.POSITIVE_INFINITY : (pace * busiest) / microBatch / (1 - idle);
}

function fewestOf(sizing: Sizing, needed: Pace): Size | null {
  const { table, assembly, setup } = sizing;
  const { dies } = setup.cluster.system.chip;
  const { sequence, globalBatch } = setup.training;
  const leastPace = (needed(0) / sequence) * SLACK;
  let best: Size | null = null;
  // In ranks; a plan that uses more is no better than the best one.
  let limit = sizing.most;
  for (const layers of sizing.layers) {
    if (leastPace * layers.rankSeconds > limit) break;
    const { pass } = layers;
    const { microBatch } = layers.plan;
    const shard = layers.plan.tp * layers.plan.cp;
    const step = replicaStep(layers.plan.ep * layers.plan.etp, shard);
    const possible = ({ pp, bubble }: Pipeline) =>
      leastReplicas(sizing, leastPace, microBatch, pass / pp, (bubble * pass) / pp) * shard * pp <= limit;
    eachPipeline(sizing, layers, possible, (plan, pipeline) => {
      const { total, meanTotal } = assembly.sums;
      const bubble = pipeline.bubble * meanTotal;
      const stage = shard * pipeline.pp;
      const multiple = (dp: number) => Math.max(1, Math.ceil(dp / step)) * step;
      const last = multipleBelow(Math.min(limit / stage, replicasIn(sizing, plan, pipeline)), step);
      const first = leastReplicas(sizing, leastPace, microBatch, total, bubble);
      if (!(first <= last)) return;
      plan.dp = last;
      // More replicas never need more memory a rank, so where the most don't fit none does.
      if (!fits(sizing, plan, microBatchesOf(globalBatch, last, microBatch))) return;
      for (let dp = multiple(first); dp <= last; dp += step) {
        plan.dp = dp;
        const m = passes(sizing, plan);
        if (m === 0) continue;
        const chips = Math.ceil((stage * dp) / dies);
        const pace = needed(chips);
        // With more replicas m falls and the pace of each falls with it: none below this many reaches the pace.
        const seconds = jitterFactor(table, doublings(stage * dp)) * (total + bubble / m);
        const bound = ((pace / sequence) * SLACK * seconds) / microBatch;
        if (dp < bound) dp = multiple(bound) - step;
        else if (keeps(pace, sizing, plan, m)) {
          best = { chips, plan: { ...plan } };
          limit = (chips - 1) * dies;
          return;
        }
      }
    });
  }
  return best;
}

/**
 * Replicas above which no plan of this pipeline keeps a pace of `perRank` sequences a second on each rank: the time of a
 * micro-batch on a stage leaves room for the bubble only where m is large enough, and so dp small. 0: none does.
 */
function mostReplicas(
  { setup }: Sizing,
  stage: number,
  perRank: number,
  microBatch: number,
  busiest: number,
  bubble: number,
): number {
  const room = microBatch / (stage * perRank) - busiest;
  if (room <= 0) return 0;
  // m is the batch over dp·microBatch, rounded.
  return bubble === 0
    ? Number.POSITIVE_INFINITY
    : setup.training.globalBatch / (microBatch * Math.max(0.5, bubble / room - 0.5));
}

function mostOf(sizing: Sizing, needed: Pace, perChip: number): Size | null {
  const { assembly, setup, most } = sizing;
  const { dies } = setup.cluster.system.chip;
  const { sequence } = setup.training;
  const perRank = (perChip / dies / sequence) * SLACK;
  let best: Size | null = null;
  // In ranks; a plan that uses no more than the best one is no better.
  let limit = 0;
  for (const layers of sizing.layers) {
    const { pass } = layers;
    const { microBatch } = layers.plan;
    const shard = layers.plan.tp * layers.plan.cp;
    const step = replicaStep(layers.plan.ep * layers.plan.etp, shard);
    const within = (pipeline: Pipeline, busiest: number, bubble: number) => {
      const stage = shard * pipeline.pp;
      return Math.min(
        most / stage,
        replicasIn(sizing, layers.plan, pipeline),
        mostReplicas(sizing, stage, perRank, microBatch, busiest, bubble),
      );
    };
    const possible = (pipeline: Pipeline) => {
      const { pp, bubble } = pipeline;
      return within(pipeline, pass / pp, (bubble * pass) / pp) * shard * pp > limit;
    };
    eachPipeline(sizing, layers, possible, (plan, pipeline) => {
      const { total, meanTotal } = assembly.sums;
      const bubble = pipeline.bubble * meanTotal;
      const stage = shard * pipeline.pp;
      const first = multipleBelow(within(pipeline, total, bubble), step);
      for (let dp = first; dp > 0 && stage * dp > limit; dp -= step) {
        plan.dp = dp;
        const m = passes(sizing, plan);
        if (m === 0) continue;
        const chips = Math.ceil((stage * dp) / dies);
        const pace = needed(chips);
        if ((dp * microBatch * sequence) / (total + bubble / m) < pace * SLACK) continue;
        if (!keeps(pace, sizing, plan, m)) continue;
        best = { chips, plan: { ...plan } };
        limit = chips * dies;
        return;
      }
    });
  }
  return best;
}

/**
 * Sizes of the setup's cluster up to `most` chips, of which a plan may leave some idle; `memoryMargin` is the share of
 * the usable memory that must stay free.
 */
export function createSizer(
  setup: Setup,
  constraints: PlanConstraints,
  most: number,
  memoryMargin = 0,
): Sizer {
  const sizing = open(setup, constraints, most, memoryMargin);
  return {
    fewest: (needed) => fewestOf(sizing, needed),
    most: (needed, perChip) => mostOf(sizing, needed, perChip),
  };
}
