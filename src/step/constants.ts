import type { ChipFamily } from '../hardware';
import { type ConstantSpec, spec } from './constant-spec';
import { FITTED } from './fitted';
import { HOST_CONSTANTS } from './host-constants';

export type { ConstantSpec } from './constant-spec';

/**
 * Evidence keys: [micro] kernel and collective tables in scenarios/measured/microbench.json;
 * [fit] regularised fit on the judged points of scenarios/measured/points.json; [judged] judgement, a prior only.
 */
export const CONSTANTS = {
  gemm_bf16: spec(
    'fraction of peak',
    'BF16 GEMM rate at large K',
    0.05,
    { ampere: 0.8, hopper: 0.78, blackwell: 0.53, ascend: 0.83, other: 0.6 },
    '[fit]; [micro] A100 0.75-0.78 (PCIe), H100 0.61-0.78, B200 0.49-0.66, 910B 0.81-0.87 of 376 TFLOP/s',
  ),
  gemm_k0_bf16: spec(
    'elements',
    'BF16 GEMM prologue and epilogue as extra K',
    0.3,
    { ampere: 81, hopper: 170, blackwell: 150, ascend: 170, other: 200 },
    '[micro] A100 81; [fit]',
  ),
  gemm_fp8_tensor: spec(
    'fraction of FP8 peak',
    'FP8 per-tensor GEMM rate',
    0.06,
    { hopper: 0.75, blackwell: 0.66, other: 0.6 },
    '[fit] Llama 70B/405B FP8 on H100',
  ),
  gemm_fp8_block: spec(
    'fraction of FP8 peak',
    'FP8 blockwise (1x128, 128x128) GEMM rate',
    0.06,
    { hopper: 0.64, blackwell: 0.7, other: 0.5 },
    '[micro] DeepGEMM 0.72 isolated; [fit] 0.62-0.64 in training',
  ),
  gemm_mxfp8: spec(
    'fraction of FP8 peak',
    'MXFP8 GEMM rate',
    0.06,
    { blackwell: 0.66, other: 0.6 },
    '[fit] Megatron-Bridge releases on GB200, GB300',
  ),
  gemm_k0_fp8: spec(
    'elements',
    'FP8 GEMM prologue and epilogue as extra K',
    0.3,
    { hopper: 300, blackwell: 300, other: 400 },
    '[micro] DeepGEMM 704; [fit]',
  ),
  gemm_nvfp4: spec(
    'fraction of FP4 peak',
    'NVFP4 GEMM rate',
    0.1,
    { blackwell: 0.6, other: 0.45 },
    '[fit] 1.45 times MXFP8 on GB200',
  ),
  grouped_ratio: spec(
    'ratio',
    'grouped over dense GEMM rate',
    0.06,
    { hopper: 0.94, blackwell: 1, ascend: 0.71, other: 0.85 },
    '[fit]; [micro] DeepGEMM grouped',
  ),
  grouped_row_pad: spec(
    'rows',
    'ragged rows of each expert, as extra rows',
    0.6,
    { hopper: 140, blackwell: 170, other: 140 },
    '[micro] DeepGEMM masked 123, A100 168, B200 170; one kernel for all experts, where training runs one product each',
  ),
  kernel_gap: spec(
    's',
    'launch gap of one kernel',
    0.5,
    { ascend: 4e-6, other: 2.2e-6 },
    '[micro] DeepGEMM t0 2.2 µs',
  ),
  kernel_tail: spec(
    's',
    'ramp and last partly filled wave of one kernel, beyond its launch gap',
    0.5,
    { other: 6e-6 },
    '[judged] half a wave: a 128×256 tile over 4,096 channels takes 17 µs on B200, 50 on H100; vector kernels 3-5 µs; [fit]',
  ),
  power_exponent: spec(
    'exponent',
    'GEMM and attention rate against TDP within a generation',
    0.3,
    { other: 0.5 },
    '[fit]',
  ),

  attention_forward: spec(
    'fraction of BF16 peak',
    'flash attention forward, causal, long sequences',
    0.06,
    { ampere: 0.56, hopper: 0.6, blackwell: 0.74, ascend: 0.5, other: 0.45 },
    '[micro] FA2 A100 0.53-0.59, FA3 H100 0.40-0.65; [fit]',
  ),
  attention_backward_ratio: spec(
    'ratio',
    'backward over forward rate of flash attention',
    0.06,
    { ampere: 0.78, other: 0.76 },
    '[micro] A100 0.40-0.50 of peak; H800 trace 454 against 555 TFLOP/s',
  ),
  fa2_ratio: spec(
    'ratio',
    'FlashAttention-2 kernels over the fastest of the chip',
    0.08,
    { ampere: 1, hopper: 0.62, blackwell: 0.45, other: 1 },
    '[micro] FA2 350-400 against FA3 600-650 TFLOP/s on H100',
  ),
  attention_half_sequence: spec(
    'tokens',
    'sequence length at which attention reaches half its rate',
    0.2,
    { other: 1000 },
    '[micro] FA3 on H100: 400 TFLOP/s at 2K, 640 at 16K',
  ),
  small_head_factor: spec(
    'ratio',
    'attention rate with head dimension 64 or less',
    0.1,
    { other: 0.63 },
    '[fit] GPT-OSS',
  ),
  fp8_attention_speedup: spec(
    'ratio',
    'FP8 attention over BF16',
    0.1,
    { other: 1.2 },
    '[fit] 26.06 releases',
  ),
  delta_rule_rate: spec(
    'fraction of BF16 peak',
    'chunked linear attention and state-space kernels',
    0.3,
    { hopper: 0.1, blackwell: 0.05, other: 0.1 },
    '[fit] Nemotron-3; [judged] 0.15-0.30 at best',
  ),

  gemm_hbm: spec(
    'fraction of HBM bandwidth',
    'operand streaming of GEMMs',
    0.08,
    { other: 0.85 },
    '[micro] A100 0.91, H800 0.83',
  ),
  vector: spec(
    'fraction of HBM bandwidth',
    'memory-bound kernels',
    0.12,
    { ampere: 0.6, hopper: 0.44, blackwell: 0.33, ascend: 0.4, other: 0.4 },
    '[fit]; DeepSeek-V3 trace 0.5',
  ),
  fused_expert_vector: spec(
    'ratio',
    'expert vector and cast traffic left when the grouped MLP is fused',
    0.2,
    { other: 0.33 },
    '[fit]',
  ),
  unfused_permute: spec('ratio', 'permute traffic without permute fusion', 0.3, { other: 5.5 }, '[fit]'),
  indexed_permute: spec(
    'ratio',
    'permute traffic of eager index operators over one sorted list of rows',
    0.4,
    { other: 4.4 },
    '[micro] TorchTitan pull request 2781, Qwen3-30B-A3B on 8 H100: 22.7 % MFU with it eager, 27.6 % compiled',
  ),
  joined_permute: spec(
    'ratio',
    'permute traffic left where HybridEP orders rows by expert as it receives them',
    0.4,
    { other: 0.5 },
    '[judged]',
  ),
  unfused_sort: spec(
    'ratio',
    'traffic of sorting rows by expert without the fused kernel: split and concatenated chunk by chunk',
    0.3,
    { other: 1.5 },
    '[judged]',
  ),
  unfused_vector: spec(
    'ratio',
    'vector traffic without fused norm, rope, activation kernels',
    0.3,
    { other: 1.8 },
    '[judged]',
  ),
  clamped_activation: spec(
    'ratio',
    'expert activation traffic with clamp and bias, which run as separate element-wise kernels',
    0.3,
    { other: 5 },
    '[judged] bias, two clamps, sigmoid, three products and a sum: some 20 passes over the width in place of 3-4; [fit] GPT-OSS',
  ),

  up_collective: spec(
    'fraction of line rate',
    'all-gather and reduce-scatter inside the scale-up domain',
    0.1,
    { ascend: 0.49, blackwell: 0.67, other: 0.62 },
    '[micro] NCCL 0.62-0.70 of 450 GB/s, B200 0.67 of 900 GB/s; [fit]',
  ),
  up_alltoall: spec(
    'fraction of line rate',
    'NCCL all-to-all inside the domain',
    0.1,
    { ascend: 0.44, other: 0.65 },
    '[micro] 0.60-0.71',
  ),
  up_dispatch: spec(
    'fraction of line rate',
    'DeepEP or HybridEP inside the domain',
    0.08,
    { ascend: 0.44, other: 0.7 },
    '[micro] DeepEP intranode 153-158 of 200 GB/s (H800), H100 0.71; A3 102-152 of 392 GB/s',
  ),
  out_rate: spec(
    'fraction of line rate',
    'NIC rate of large messages',
    0.06,
    { ascend: 0.9, other: 0.9 },
    '[micro] DeepEP RDMA 43-47 of 50 GB/s',
  ),
  out_alltoall: spec(
    'fraction of line rate',
    'NIC rate of an expert all-to-all',
    0.1,
    { ascend: 0.8, other: 0.85 },
    '[micro] DeepEP 43-47 of 50 GB/s at best; incast and contention in training',
  ),
  latency_up: spec(
    's',
    'one collective inside the domain',
    0.4,
    { other: 20e-6 },
    '[micro] B200 22-26 µs fixed at 8 ranks; own launches 6 µs',
  ),
  latency_out: spec('s', 'one collective across nodes', 0.4, { other: 25e-6 }, '[micro] NCCL tests'),
  tp_overlap: spec(
    'share hidden',
    'TP communication hidden by user-buffer or MC2 overlap',
    0.15,
    { ascend: 0.4, blackwell: 0.6, other: 0.7 },
    '[fit]',
  ),
  ep_overlap: spec(
    'share hidden',
    'expert all-to-all hidden under another micro-batch',
    0.06,
    { other: 0.78 },
    '[fit]; DeepSeek-V3 trace',
  ),
  ep_contention: spec(
    'share',
    'compute lost while experts exchange tokens, beside the cores held',
    0.5,
    { other: 0.08 },
    '[fit]',
  ),
  dp_exposed: spec(
    'share',
    'least share of DP communication that stays exposed',
    0.4,
    { other: 0.12 },
    '[fit]',
  ),
  dp_window: spec(
    'share',
    'share of one stage pass that can hide DP communication',
    0.5,
    { other: 0.6 },
    '[judged]',
  ),
  fsdp_exposed: spec(
    'share',
    'least share of FSDP communication that stays exposed',
    0.4,
    { other: 0.1 },
    '[fit] llm-foundry',
  ),

  ...HOST_CONSTANTS,

  imbalance_trained: spec(
    'ratio',
    'busiest over mean expert rank, auxiliary-loss-free routing',
    0.03,
    { other: 1.06 },
    'DeepSeek-V3 1.05-1.07',
  ),
  imbalance_aux: spec(
    'ratio',
    'busiest over mean expert rank, auxiliary-loss routing',
    0.06,
    { other: 1.12 },
    'counts 1.05-1.22',
  ),
  imbalance_untrained: spec(
    'ratio',
    'busiest over mean expert rank, untrained router, stated for 64 ranks of 256 experts like the other two',
    0.2,
    { other: 2.8 },
    'Qwen3-235B on H100, 8 ranks of 128 experts: 295 to 237 TFLOP/s is 1.5 there',
  ),
  imbalance_comm: spec(
    'ratio',
    'share of the imbalance that reaches the all-to-all',
    0.3,
    { other: 0.7 },
    'DeepEP reports',
  ),

  optimizer_hbm: spec('fraction of HBM bandwidth', 'fused Adam', 0.15, { other: 0.7 }, '[judged]'),
  step_fixed: spec('s', 'fixed cost of a step: norms, loss, host', 0.4, { other: 0.026 }, '[fit]'),
  step_fixed_per_doubling: spec('s', 'fixed cost per doubling of ranks', 0.4, { other: 0.004 }, '[fit]'),
  jitter_per_doubling: spec(
    'ratio',
    'slowdown per doubling of ranks beyond 8: the slowest host sets the pace',
    0.4,
    { other: 0.0064 },
    '[fit] 8 to 16,384 GPUs',
  ),
  memory_usable: spec(
    'share',
    'device memory that a job may fill',
    0.02,
    { other: 0.95 },
    'allocator and driver reserve',
  ),
  memory_fragmentation: spec(
    'ratio',
    'reserved over allocated',
    0.03,
    { other: 1.05 },
    'SimuMax reserved over allocated 1.06',
  ),
  memory_buffers: spec(
    'B',
    'NCCL, DeepEP and gradient buckets, CUDA context',
    0.3,
    { other: 3.5e9 },
    '1-3 GB buffers + 1 GB context',
  ),
} as const satisfies Record<string, ConstantSpec>;

export type ConstantName = keyof typeof CONSTANTS;
export type Constants = Record<ConstantName, number>;
export const CONSTANT_NAMES = Object.keys(CONSTANTS) as ConstantName[];

/** Prior value of a constant for a chip family. */
/** The family under which a constant's value for a chip is kept: its own, or `other` where it has none. */
export function constantEntry(name: ConstantName, family: ChipFamily): ChipFamily {
  const values: ConstantSpec['values'] = CONSTANTS[name].values;
  return values[family] === undefined ? 'other' : family;
}

export function priorConstant(name: ConstantName, family: ChipFamily): number {
  const values: ConstantSpec['values'] = CONSTANTS[name].values;
  return values[family] ?? values.other;
}

const families = new Map<ChipFamily, Constants>();

/** The family's values, fitted where they were. */
function familyConstants(family: ChipFamily): Constants {
  const known = families.get(family);
  if (known) return known;
  const constants = {} as Constants;
  for (const name of CONSTANT_NAMES) {
    const values: ConstantSpec['values'] = CONSTANTS[name].values;
    const own = constantEntry(name, family);
    constants[name] = FITTED[name]?.[own] ?? values[own] ?? values.other;
  }
  // A copy, because engines keep an object that was filled name by name as a hash table, and its copy as a struct.
  const copy = { ...constants };
  families.set(family, copy);
  return copy;
}

/** The family's values, fitted where they were, with the stack's own values on top. */
export function resolveConstants(
  family: ChipFamily,
  overrides: Partial<Record<ConstantName, number>>,
): Constants {
  const constants = { ...familyConstants(family) };
  for (const name in overrides) {
    const own = overrides[name as ConstantName];
    if (own !== undefined && name in constants) constants[name as ConstantName] = own;
  }
  return constants;
}

/** Whose value a constant is: the stack's, a chip family's, or that of all families without one of their own. */
export function constantOwner(
  name: ConstantName,
  family: ChipFamily,
  stack: { id: string; constants: Partial<Record<ConstantName, number>> },
): string {
  if (stack.constants[name] !== undefined) return `stack ${stack.id}`;
  return constantEntry(name, family);
}
