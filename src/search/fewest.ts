import { doublings, jitterFactor, microBatchesOf } from '../step';
import type { Pipeline } from './pipelines';
import { multipleBelow, replicaStep } from './replicas';
import {
  eachPipeline,
  fits,
  type Pace,
  passes,
  reaches,
  replicasIn,
  type Size,
  type Sizing,
  SLACK,
} from './sizing';

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

/** The smallest size that keeps the pace and is smaller than `than`; null where there is none. */
export function fewestOf(sizing: Sizing, needed: Pace, than: Size | null): Size | null {
  const { table, assembly, setup } = sizing;
  const { dies } = setup.cluster.system.chip;
  const { sequence, globalBatch } = setup.training;
  const leastPace = (needed(0) / sequence) * SLACK;
  let best: Size | null = null;
  // In ranks; a plan that uses more is no better than the best one.
  let limit = than ? Math.min(sizing.most, (than.chips - 1) * dies) : sizing.most;
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
        else if (fits(sizing, plan, m) && reaches(pace, sizing, plan)) {
          best = { chips, plan: { ...plan } };
          limit = (chips - 1) * dies;
          return;
        }
      }
    });
  }
  return best;
}
