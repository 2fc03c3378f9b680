import type { Pipeline } from './pipelines';
import { replicaStep } from './replicas';
import {
  eachPipeline,
  keeps,
  multipleBelow,
  type Pace,
  passes,
  replicasIn,
  type Size,
  type Sizing,
  SLACK,
} from './sizing';

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

/** The largest size that keeps the pace and is larger than `than`; null where there is none. */
export function mostOf(sizing: Sizing, needed: Pace, perChip: number, than: Size | null): Size | null {
  const { assembly, setup, most } = sizing;
  const { dies } = setup.cluster.system.chip;
  const { sequence } = setup.training;
  const perRank = (perChip / dies / sequence) * SLACK;
  let best: Size | null = null;
  // In ranks; a plan that uses no more than the best one is no better.
  let limit = than ? than.chips * dies : 0;
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
