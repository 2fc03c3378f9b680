import type { Agreement, Cause, KINDS, LANES } from '../../timeline';
import type { PlanReport } from '../types';

/** What the ranks do, one value an operation, by rank, lane and start. Codes are places in `labels`. */
export interface OperationColumns {
  start_s: Float64Array;
  end_s: Float64Array;
  rank: Int32Array;
  lane: Uint8Array;
  kind: Uint8Array;
  /** 1: communication, or a wait for it, that nothing hides. */
  exposed: Uint8Array;
  /** 1: over the NIC; 0: on the chip or over the scale-up fabric. */
  nic: Uint8Array;
  /** −1 where an operation belongs to no single one. */
  micro_batch: Int32Array;
  chunk: Int32Array;
}

/** One step of a cluster's best plan, simulated. */
export interface TimelineCase {
  cluster: string;
  plan: PlanReport;
  micro_batches: number;
  /** Pipeline ranks, and chunks of the model over all of them. */
  ranks: number;
  chunks: number;
  /** By the closed form, and by the event simulation. */
  step_time_s: number;
  simulated_step_time_s: number;
  /** simulated / closed form − 1. */
  difference: number;
  agreement: { part: Agreement['part']; closed_form_s: number; simulated_s: number }[];
  causes: Cause[];
  rank_time_s: {
    compute: Float64Array;
    scale_up: Float64Array;
    scale_out: Float64Array;
    host: Float64Array;
    data_parallel: Float64Array;
    optimizer: Float64Array;
    fixed: Float64Array;
    bubble: Float64Array;
  };
  /** Share of the step, one value a rank. */
  bubble_share: Float64Array;
  /** Communication that nothing hides, mean over the ranks; pipeline sends are in the bubble. */
  exposed_communication_s: number;
  /** Seconds by which sends between stages lengthen the step. */
  sends_s: number;
  /** All of the step; `operations` holds fewer where `shown` is not null. */
  operations_in_step: number;
  shown: { until_s: number; from_s: number } | null;
  operations: OperationColumns;
}

/** Timelines of the clusters on which a plan fits; the others and why not are in `infeasible`. */
export interface TimelineReport {
  question: string;
  model: string;
  labels: { lanes: (typeof LANES)[number][]; kinds: (typeof KINDS)[number][] };
  /** All clusters asked for, in the order of the scenario. */
  clusters: string[];
  timelines: TimelineCase[];
  infeasible: { cluster: string; reason: string | null }[];
}
