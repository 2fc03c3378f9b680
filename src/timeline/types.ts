import type { ClosedForm, Plan } from '../step';

/** Streams of a pipeline rank, top to bottom; `send` and `data_parallel` use the fabric or the NIC, as the operation says. */
export const LANES = ['compute', 'scale_up', 'scale_out', 'send', 'data_parallel', 'sharding'] as const;
export type Lane = (typeof LANES)[number];

export const KINDS = [
  'forward',
  'backward',
  'weight_gradient',
  'wait_scale_up',
  'wait_scale_out',
  'wait_host',
  'wait_parameters',
  'wait_gradients',
  'optimizer',
  'fixed',
  'tensor_parallel',
  'context_parallel',
  'expert_exchange',
  'expert_tensor_parallel',
  'send_forward',
  'send_backward',
  'gather_parameters',
  'reduce_gradients',
  'shard',
] as const;
export type Kind = (typeof KINDS)[number];

/** What is drawn, one operation an index: by rank, then lane, then start. Codes are places in the lists above. */
export interface Operations {
  /** Seconds from the start of the step. */
  start: Float64Array;
  end: Float64Array;
  rank: Int32Array;
  lane: Uint8Array;
  kind: Uint8Array;
  /** 1: communication, or a wait for it, that nothing hides. */
  exposed: Uint8Array;
  /** 1: over the NIC. */
  out: Uint8Array;
  /** −1 where an operation belongs to no single one. */
  microBatch: Int32Array;
  chunk: Int32Array;
}

/** Seconds of each rank in the step; they sum to it. One value a rank. */
export interface RankTotals {
  compute: Float64Array;
  /** Communication within passes that nothing hides. */
  scaleUp: Float64Array;
  scaleOut: Float64Array;
  host: Float64Array;
  /** Parameters and gradients of data parallelism, exposed. */
  dataParallel: Float64Array;
  optimizer: Float64Array;
  fixed: Float64Array;
  /** Nothing to do, sends under way included. */
  bubble: Float64Array;
}

/** Why closed form and simulation differ, where they do. */
export type Cause =
  | 'schedule_share'
  | 'uneven_stages'
  | 'remainder'
  | 'few_micro_batches'
  | 'slow_sends'
  | 'data_parallel';

/** A part of the step by both ways, seconds. */
export interface Agreement {
  part: 'passes_and_bubble' | 'sends' | 'data_parallel_and_optimizer';
  closed: number;
  simulated: number;
}

/** One simulated optimizer step. */
export interface Timeline {
  plan: Plan;
  microBatches: number;
  chunks: number;
  seconds: number;
  closed: ClosedForm;
  /** simulated / closed − 1. */
  difference: number;
  agreement: Agreement[];
  causes: Cause[];
  /** Seconds by which sends lengthen the step. */
  sendSeconds: number;
  totals: RankTotals;
  operations: Operations;
  /** All that the step has; more than are drawn when `shown` is not null. */
  operationCount: number;
  /** Drawn is what begins before the first or ends after the second time, seconds; null: all. */
  shown: { until: number; from: number } | null;
  /** Micro-batches that were simulated one by one; the steady middle of longer steps is repeated. */
  simulatedMicroBatches: number;
}
