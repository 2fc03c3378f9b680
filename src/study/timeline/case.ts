import type { Case } from '../../catalog';
import { findBestPlan } from '../../search';
import { simulateStep, type Timeline } from '../../timeline';
import { mean } from '../../units';
import { planReport } from '../case';
import type { TimelineCase } from './types';

/** One step of the cluster's best plan, or why there is none. */
export function timelineCase(
  item: Case,
): { timeline: TimelineCase } | { infeasible: { cluster: string; reason: string | null } } {
  const { best, reason } = findBestPlan(item.setup, item.constraints, { top: 1 });
  if (!best) return { infeasible: { cluster: item.cluster, reason } };
  return { timeline: timelineReport(item.cluster, simulateStep(item.setup, best.plan)) };
}

function timelineReport(cluster: string, timeline: Timeline): TimelineCase {
  const { totals, operations, seconds, shown, plan } = timeline;
  return {
    cluster,
    plan: planReport(plan),
    micro_batches: timeline.microBatches,
    ranks: plan.pp,
    chunks: timeline.chunks,
    step_time_s: timeline.closed.seconds,
    simulated_step_time_s: seconds,
    difference: timeline.difference,
    agreement: timeline.agreement.map(({ part, closed, simulated }) => ({
      part,
      closed_form_s: closed,
      simulated_s: simulated,
    })),
    causes: timeline.causes,
    rank_time_s: {
      compute: totals.compute,
      scale_up: totals.scaleUp,
      scale_out: totals.scaleOut,
      host: totals.host,
      data_parallel: totals.dataParallel,
      optimizer: totals.optimizer,
      fixed: totals.fixed,
      bubble: totals.bubble,
    },
    bubble_share: totals.bubble.map((bubble) => bubble / seconds),
    exposed_communication_s: mean(totals.scaleUp) + mean(totals.scaleOut) + mean(totals.dataParallel),
    sends_s: timeline.sendSeconds,
    operations_in_step: timeline.operationCount,
    shown: shown && { until_s: shown.until, from_s: shown.from },
    operations: {
      start_s: operations.start,
      end_s: operations.end,
      rank: operations.rank,
      lane: operations.lane,
      kind: operations.kind,
      exposed: operations.exposed,
      nic: operations.out,
      micro_batch: operations.microBatch,
      chunk: operations.chunk,
    },
  };
}
