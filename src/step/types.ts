import type { Cluster } from '../hardware';
import type { Model } from '../model';
import type { ConstantName } from './constants';
import type { WorkPart } from './work';

export const PRECISIONS = ['bf16', 'fp16', 'fp8-tensor', 'fp8-block', 'mxfp8', 'nvfp4'] as const;
export type Precision = (typeof PRECISIONS)[number];

export const OPTIMIZERS = ['adam', 'adam-bf16-moments', 'adam-bf16', 'muon'] as const;
type Optimizer = (typeof OPTIMIZERS)[number];

/** How evenly tokens reach the experts; the first and the last are what benchmarks force, by chance and in turn. */
export const ROUTINGS = ['balanced', 'aux-free', 'aux-loss', 'untrained', 'round-robin'] as const;
export type Routing = (typeof ROUTINGS)[number];

export interface Training {
  tokens: number;
  /** Tokens per sequence. */
  sequence: number;
  /** Sequences per optimizer step. */
  globalBatch: number;
  precision: Precision;
  optimizer: Optimizer;
  routing: Routing;
  /** Token-drop capacity factor; null = dropless. */
  capacityFactor: number | null;
}

export const DISPATCHERS = ['alltoall', 'allgather', 'deepep', 'hybridep'] as const;
export type Dispatcher = (typeof DISPATCHERS)[number];

/** Documented software switches; each changes the physics in a stated way. */
export interface Switches {
  cudaGraphs: 'none' | 'router' | 'scoped' | 'full';
  dispatcher: Dispatcher;
  /** Dispatch payload in FP8 instead of BF16. */
  fp8Dispatch: boolean;
  permuteFusion: boolean;
  /** Without the fused kernel rows are copied by one sorted index (PyTorch's trainers), not by masks (Megatron). */
  indexedPermute: boolean;
  /** False: one GEMM per expert in a loop. */
  groupedGemm: boolean;
  /** Activation and casts fused into the grouped MLP. */
  fusedGroupedMlp: boolean;
  /** Expert all-to-all hidden under another micro-batch's compute. */
  epOverlap: boolean;
  tpOverlap: boolean;
  gradReduceOverlap: boolean;
  paramGatherOverlap: boolean;
  flashAttention: boolean;
  fp8Attention: boolean;
  /** FlashAttention-2 kernels (PyTorch SDPA, Triton), not the chip's own fastest. */
  fa2Attention: boolean;
  fusedVectorKernels: boolean;
  /** Loss in one kernel over the logits; else FP32 copies of them are made, used and kept. */
  fusedCrossEntropy: boolean;
  gradientBytes: 2 | 4;
  /** FP8 parameters gathered as one byte. */
  fp8ParamGather: boolean;
  /** Recomputed parts of a layer end before their last product; else they run again as a whole. */
  recomputeStopsEarly: boolean;
  /** Interleaved pipelines exchange after every operation of all ranks, which wait for the slowest (PyTorch's). */
  pipelineLockstep: boolean;
  /** Share of a chip's cores that communication kernels hold while experts exchange tokens; 0..0.3. */
  commCoreShare: number;
}

/** Software profile: switches, and constants with evidence where they differ from the chip family's. */
export interface Stack {
  id: string;
  name: string;
  switches: Switches;
  /** ZeRO stages that the software offers: 1 = distributed optimizer, 3 = FSDP. */
  zeroStages: readonly (0 | 1 | 2 | 3)[];
  /** Pipeline schedules that the software offers. */
  schedules: readonly Schedule[];
  constants: Partial<Record<ConstantName, number>>;
  /** Sources behind it: 2 or more = 'measured', 1 = 'single', 0 = 'assumed'. */
  evidence: 'measured' | 'single' | 'assumed';
}

/** All that a step depends on, except the plan. */
export interface Setup {
  model: Model;
  cluster: Cluster;
  training: Training;
  stack: Stack;
}

export const SCHEDULES = ['1f1b', 'interleaved', 'zb-h1', 'dualpipe', 'dualpipev'] as const;
export type Schedule = (typeof SCHEDULES)[number];

/** What is recomputed in backward: 'none', 'full', or a '+'-joined subset of the parts below, in this order. */
export const RECOMPUTE_PARTS = ['norm', 'act', 'mla-up', 'core', 'moe', 'mlp'] as const;
type Recompute = string;

/** Counts are ranks (dies). tp·cp·dp = ep·etp·edp = ranks/pp (Megatron-Core parallel folding). */
export interface Plan {
  tp: number;
  pp: number;
  /** Virtual stages per rank. */
  vpp: number;
  ep: number;
  etp: number;
  cp: number;
  dp: number;
  /** 0 none, 1 optimizer, 2 + gradients, 3 + parameters (FSDP). */
  zero: 0 | 1 | 2 | 3;
  /** ZeRO-3 shard group in ranks (HSDP); 0 = all of dp·cp. */
  shardGroup: number;
  microBatch: number;
  recompute: Recompute;
  /** Share of layers that full recompute covers (Megatron "block" method); 1 = all. */
  recomputeShare: number;
  schedule: Schedule;
  /** Times that the pipeline fills and drains in a step: accumulation around it, as PyTorch trainers do; absent: once. */
  drains?: number;
  /** What the search chose where the scenario left them open; absent: those of the setup. */
  dispatcher?: Dispatcher;
  precision?: Precision;
}

export const RESOURCES = [
  'flops',
  'memory_bandwidth',
  'scale_up_bandwidth',
  'scale_out_bandwidth',
  'latency_and_host',
] as const;
export type Resource = (typeof RESOURCES)[number];

export const TIME_PARTS = [
  'compute',
  'scale_up',
  'scale_out',
  'bubble',
  'host',
  'optimizer',
  'other',
] as const;
export type TimePart = (typeof TIME_PARTS)[number];

/** Bytes per rank at the fullest pipeline rank. */
export interface MemoryEstimate {
  parameters: number;
  gradients: number;
  optimizer: number;
  activations: number;
  workspace: number;
  buffers: number;
  total: number;
  /** Usable bytes of a rank. */
  capacity: number;
}

/** One optimizer step under a fixed plan. Times are seconds, rates per second. */
export interface StepEstimate {
  plan: Plan;
  feasible: boolean;
  /** Why not, in words; null when feasible. */
  reason: string | null;
  stepSeconds: number;
  /** Sequences in the step, after rounding to dp·microBatch. */
  batchSequences: number;
  tokensPerSecond: number;
  /** Model FLOPs per token: forward and backward, causal attention halved, no recompute. */
  modelFlopsPerToken: number;
  /** Against the dense BF16 peak of all chips of the cluster, idle ones included. */
  mfu: number;
  ranksUsed: number;
  ranksIdle: number;
  /** Exposed time by cause; sums to stepSeconds. */
  timeParts: Record<TimePart, number>;
  /** −∂ln(time)/∂ln(rate) of this plan; sums to 1. */
  elasticity: Record<Resource, number>;
  memory: MemoryEstimate;
  /** Longer breakdown for `explain`: seconds per step on the busiest rank, overlapped work included. */
  work: { part: WorkPart; resource: Resource; seconds: number }[];
}
