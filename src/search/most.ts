import {
  bindLayout,
  doublings,
  fixedSeconds,
  jitterFactor,
  leastMicroBatches,
  microBatchesOf,
  type Plan,
} from '../step';
import { heapify, sink } from './heap';
import { multipleBelow, replicaStep } from './replicas';
import {
  fits,
  type Layers,
  type Pace,
  passes,
  reaches,
  replicasIn,
  type Size,
  type Sizing,
  SLACK,
} from './sizing';
import { BATCH_TOLERANCE, setSharding } from './space';
import { layoutOf } from './walk';

/** One layer set in one pipeline with one way of sharding, and how many replicas of it are still in question. */
interface Candidate {
  layers: Layers;
  pipeline: number;
  plan: Plan;
  /** Ranks of a replica; replicas come in multiples of `step`, the plan has the most that are not ruled out. */
  stage: number;
  step: number;
  /** Packages at work under the plan. */
  chips: number;
  /** Place in the order of the space. */
  order: number;
  /** Is the bound that of the busiest rank, not of the mean one? */
  own: boolean;
}

/** Largest first; of equal sizes the plan that comes first in the order of the space. */
const ahead = (a: Candidate, b: Candidate): boolean =>
  a.chips > b.chips || (a.chips === b.chips && a.order < b.order);

/** A step of so many passes takes no less: they and the idle time at the pace of the size, and what any step takes. */
function leastSeconds({ table }: Sizing, ranks: number, m: number, busiest: number, bubble: number): number {
  const doubled = doublings(ranks);
  return (m * busiest + bubble) * jitterFactor(table, doubled) + fixedSeconds(table, doubled);
}

/**
 * The most replicas, at most `most`, that could keep the pace if a step took no longer than `leastSeconds`: with more of
 * them each works at a lower pace, as m falls and the slowest of more hosts sets it, while no chip may do less. So all
 * above them are ruled out at once.
 */
function mostReplicas(
  sizing: Sizing,
  { stage, step, plan: { microBatch } }: Candidate,
  perChip: Pace,
  most: number,
  busiest: number,
  bubble: number,
): number {
  const { training, cluster } = sizing.setup;
  const { dies } = cluster.system.chip;
  const possible = (dp: number) => {
    const ranks = stage * dp;
    const m = microBatchesOf(training.globalBatch, dp, microBatch);
    const seconds = leastSeconds(sizing, ranks, m, busiest, bubble);
    const pace = (m * microBatch * training.sequence * dies) / (stage * seconds);
    // A plan that is taken to keep the pace may itself be SLACK below it.
    return pace >= perChip(Math.ceil(ranks / dies)) * SLACK * SLACK;
  };
  let least = 0;
  let above = Math.floor(most / step) + 1;
  while (above - least > 1) {
    const middle = Math.floor((least + above) / 2);
    if (possible(middle * step)) least = middle;
    else above = middle;
  }
  return least * step;
}

function setReplicas({ setup }: Sizing, candidate: Candidate, dp: number): void {
  candidate.plan.dp = dp;
  candidate.chips = Math.ceil((candidate.stage * dp) / setup.cluster.system.chip.dies);
}

/** All plans but for their replicas that may put more than `than` chips to work. */
function candidates(sizing: Sizing, perChip: Pace, than: number): Candidate[] {
  const { space, most } = sizing;
  const all: Candidate[] = [];
  let order = 0;
  for (const layers of sizing.layers) {
    const { tp, cp, ep, etp } = layers.plan;
    const unit = replicaStep(ep * etp, tp * cp);
    sizing.pipelines.forEach((pipeline, index) => {
      const { pp, vpp, schedule } = pipeline;
      const stage = tp * cp * pp;
      const mean = layers.pass / pp;
      const room = Math.min(most / stage, space.dpMost, replicasIn(sizing, layers.plan, pipeline));
      for (const sharding of space.shardings) {
        const plan: Plan = { ...layers.plan };
        plan.pp = pp;
        plan.vpp = vpp;
        plan.schedule = schedule;
        order++;
        if (!setSharding(plan, space, sharding)) continue;
        // Shard groups divide the replicas, context ranks counted.
        const step = plan.shardGroup > 0 ? unit * replicaStep(plan.shardGroup, unit * cp) : unit;
        const candidate = { layers, plan, stage, step, order, pipeline: index, chips: 0, own: false };
        const dp = mostReplicas(sizing, candidate, perChip, room, mean, pipeline.bubble * mean);
        setReplicas(sizing, candidate, dp);
        if (candidate.chips > than) all.push(candidate);
      }
    });
  }
  return all;
}

/**
 * The next fewer replicas that may do where these are not allowed: the most that come within the tolerance of the batch
 * in as many micro-batches, or in more where these come to less than it or are fewer than the schedule runs with.
 */
function nextAllowed({ setup }: Sizing, { step, plan }: Candidate): number {
  const { globalBatch } = setup.training;
  const { dp, microBatch, schedule, pp } = plan;
  const m = microBatchesOf(globalBatch, dp, microBatch);
  const more = dp * m * microBatch < globalBatch ? m + 1 : m;
  const passes = Math.max(more, leastMicroBatches(schedule, pp));
  const within = (globalBatch * (1 + BATCH_TOLERANCE)) / (microBatch * passes) / SLACK;
  return Math.min(dp - step, multipleBelow(within, step));
}

/**
 * Tries the most replicas of a candidate whose stages are bound. True where they keep the pace; else it is left with the
 * next fewer, or with none.
 */
function tryMost(sizing: Sizing, candidate: Candidate, needed: Pace): boolean {
  const { assembly, setup, pipelines, space } = sizing;
  const { plan, stage, step } = candidate;
  const { total, meanTotal } = assembly.sums;
  const m = passes(sizing, plan);
  let next = plan.dp - step;
  if (m === 0) next = nextAllowed(sizing, candidate);
  else {
    const pace = needed(candidate.chips);
    const bubble = pipelines[candidate.pipeline].bubble * meanTotal;
    const tokens = plan.dp * m * plan.microBatch * setup.training.sequence;
    if (tokens / leastSeconds(sizing, stage * plan.dp, m, total, bubble) >= pace * SLACK * SLACK) {
      // Fewer replicas never need less memory a rank, so where these don't fit no fewer do.
      if (!fits(sizing, plan, m)) next = 0;
      else if (reaches(pace, sizing, plan)) return true;
    }
  }
  setReplicas(sizing, candidate, next < space.dpLeast ? 0 : next);
  return false;
}

/** The largest size that keeps the pace and is larger than `than`; null where there is none. Best bound first. */
export function mostOf(sizing: Sizing, needed: Pace, perChip: Pace, than: Size | null): Size | null {
  const { assembly, table, pipelines } = sizing;
  const least = than?.chips ?? 0;
  const heap = candidates(sizing, perChip, least);
  heapify(heap, ahead);
  let bound: Candidate | null = null;
  while (heap.length > 0 && heap[0].chips > least) {
    const [candidate] = heap;
    const { layers, pipeline, plan } = candidate;
    if (bound !== candidate) bindLayout(assembly, table, layers.at, layoutOf(sizing, pipeline));
    bound = candidate;
    if (!candidate.own) {
      const { total, meanTotal } = assembly.sums;
      const bubble = pipelines[pipeline].bubble * meanTotal;
      setReplicas(sizing, candidate, mostReplicas(sizing, candidate, perChip, plan.dp, total, bubble));
      candidate.own = true;
    } else if (tryMost(sizing, candidate, needed)) return { chips: candidate.chips, plan };
    sink(heap, 0, heap.length, ahead);
  }
  return null;
}
