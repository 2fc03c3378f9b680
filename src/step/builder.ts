import { layerParameters } from '../model';
import { FLOPS, LANES, LATENCY, MEMORY } from './lanes';
import type { Rates } from './rates';
import type { Setup } from './types';
import { WORK } from './work';

type LayerParameters = ReturnType<typeof layerParameters>;

/** The parts of a plan that a layer's time depends on. */
export interface LayerPlan {
  tp: number;
  cp: number;
  ep: number;
  etp: number;
  microBatch: number;
  recompute: RecomputeFlags;
}

export interface RecomputeFlags {
  norm: boolean;
  act: boolean;
  mlaUp: boolean;
  core: boolean;
  moe: boolean;
  mlp: boolean;
  /** Share of layers recomputed in full; 0 = none. */
  full: number;
}

/**
 * Accumulates one layer of one micro-batch on one rank: lanes of seconds for the forward (f) and backward
 * (b) passes, the communication beside them, and bytes.
 */
export interface Builder {
  rates: Rates;
  setup: Setup;
  /** Of one layer of each kind. */
  parameters: LayerParameters[];
  plan: LayerPlan;
  /** Tokens of the micro-batch on one context-parallel rank. */
  tokens: number;
  f: Float64Array;
  b: Float64Array;
  /** Forward work that is done again in backward. */
  r: Float64Array;
  /** Communication, before overlap, forward + backward. */
  tp: Float64Array;
  cp: Float64Array;
  ep: Float64Array;
  etp: Float64Array;
  /** Seconds of attention core, forward + backward: what context parallelism can hide under. */
  attentionCore: number;
  /** Seconds of `b` that are weight gradients, and seconds of `ep` that belong to forward. */
  weightGradient: number;
  exchangeForward: number;
  host: number;
  /** Bytes saved for backward by one micro-batch. */
  saved: number;
  /** Largest temporary, bytes. */
  workspace: number;
  /** Per kind of work, seconds. */
  work: Float64Array;
  /** All of the vectors above, which are views of it. */
  all: Float64Array;
}

export function createBuilder(rates: Rates, setup: Setup): Builder {
  const all = new Float64Array(7 * LANES + WORK.length);
  const lanes = (index: number) => all.subarray(index * LANES, (index + 1) * LANES);
  return {
    rates,
    setup,
    parameters: setup.model.kinds.map((kind) => layerParameters(setup.model, kind)),
    plan: {
      tp: 1,
      cp: 1,
      ep: 1,
      etp: 1,
      microBatch: 1,
      recompute: { norm: false, act: false, mlaUp: false, core: false, moe: false, mlp: false, full: 0 },
    },
    tokens: 0,
    f: lanes(0),
    b: lanes(1),
    r: lanes(2),
    tp: lanes(3),
    cp: lanes(4),
    ep: lanes(5),
    etp: lanes(6),
    attentionCore: 0,
    weightGradient: 0,
    exchangeForward: 0,
    host: 0,
    saved: 0,
    workspace: 0,
    work: all.subarray(7 * LANES),
    all,
  };
}

export function resetBuilder(x: Builder): void {
  // A loop, because the engines' own fill costs more than this few stores.
  for (let i = 0; i < x.all.length; i++) x.all[i] = 0;
  x.attentionCore = 0;
  x.weightGradient = 0;
  x.exchangeForward = 0;
  x.host = 0;
  x.saved = 0;
  x.workspace = 0;
}

/** Doubles that hold what a builder has come to so far. */
export const BUILT = 7 * LANES + WORK.length + 5;

/** Notes what has been added so far, to go on from there later. */
export function saveBuilt(x: Builder, to: Float64Array, at: number): void {
  const scalars = at + x.all.length;
  for (let i = 0; i < x.all.length; i++) to[at + i] = x.all[i];
  to[scalars] = x.attentionCore;
  to[scalars + 1] = x.host;
  to[scalars + 2] = x.saved;
  to[scalars + 3] = x.workspace;
  to[scalars + 4] = x.weightGradient;
}

export function loadBuilt(x: Builder, from: Float64Array, at: number): void {
  const scalars = at + x.all.length;
  for (let i = 0; i < x.all.length; i++) x.all[i] = from[at + i];
  x.attentionCore = from[scalars];
  x.host = from[scalars + 1];
  x.saved = from[scalars + 2];
  x.workspace = from[scalars + 3];
  x.weightGradient = from[scalars + 4];
  x.exchangeForward = 0;
}

const LINEAR = 0;
const EXPERTS = 1;
const ATTENTION = 2;
const VECTOR = 3;
const RECOMPUTE = 4;

/** Mean bytes of an operand element: two inputs in one byte and a result in BF16, or all in BF16. */
const OPERAND_BYTES = { low: 1.33, full: 2 } as const;
/** Rate of adding to main gradients over that of GEMM operands: each byte is read before it is written. */
const ACCUMULATION_RATE = 0.94;
/**
 * Bytes that casts and transposes to FP8 move for each input and each gradient element, scales included. One kernel
 * reads BF16 once and writes both microscaled copies, a byte and a 32nd of a scale each.
 */
const CAST_BYTES = {
  scaled: { input: 5, gradient: 6 },
  microscaled: { input: 4.1, gradient: 4.1 },
} as const;
/** Casts of per-tensor recipes, which are fused with their neighbours, over those of blockwise ones. */
const PER_TENSOR_CASTS = 0.6;
/** FLOPs of attention's backward pass over its forward: five products in place of two. */
const ATTENTION_BACKWARD = 2.5;

/** One GEMM of `groups` problems M×N×K: FLOP-bound with a prologue of k0, or bound by operand bytes. */
function gemm(
  to: Float64Array,
  rates: Rates,
  m: number,
  n: number,
  k: number,
  groups: number,
  rate: number,
  k0: number,
  operandBytes: number,
): number {
  const flops = (2 * groups * m * n * (k + k0)) / rate;
  const bytes = (groups * operandBytes * (m * k + k * n + m * n)) / rates.gemmBytes;
  if (flops >= bytes) to[FLOPS] += flops;
  else to[MEMORY] += bytes;
  to[LATENCY] += rates.kernelGap;
  return Math.max(flops, bytes) + rates.kernelGap;
}

/** Weight gradient with the FP32 (or BF16) main gradient read and written. */
function weightGradient(
  to: Float64Array,
  rates: Rates,
  m: number,
  n: number,
  k: number,
  groups: number,
  rate: number,
  k0: number,
  gradientBytes: number,
): number {
  const flops = (2 * groups * n * k * (m + k0)) / rate;
  const bytes = (2 * gradientBytes * groups * n * k) / (rates.gemmBytes * ACCUMULATION_RATE);
  to[FLOPS] += flops;
  to[MEMORY] += bytes;
  to[LATENCY] += rates.kernelGap;
  return flops + bytes + rates.kernelGap;
}

/** Which products a linear layer is. All of one shape: the engines read fields of few shapes fast. */
export interface Linear {
  /** Grouped experts; 0 = one plain product. */
  groups: number;
  exactRows: boolean;
  bf16: boolean;
  recomputed: boolean;
  castFactor: number;
}

export const PLAIN: Linear = {
  groups: 0,
  exactRows: false,
  bf16: false,
  recomputed: false,
  castFactor: 1,
};
export const RECOMPUTED: Linear = { ...PLAIN, recomputed: true };
export const BF16: Linear = { ...PLAIN, bf16: true };

/**
 * A linear layer of m rows from `k` to `n` channels on this rank, `groups` times (grouped experts), forward and both
 * backward GEMMs. Low precision adds the casts of inputs and gradients as memory-bound work.
 */
export function addLinear(x: Builder, m: number, n: number, k: number, o: Linear = PLAIN): void {
  const { rates } = x;
  const grouped = o.groups > 0;
  const count = Math.max(1, o.groups);
  const low = rates.lowPrecision && !o.bf16;
  const ratio = grouped ? rates.groupedRatio : 1;
  const rate = (low ? rates.linear : rates.bf16) * ratio;
  const k0 = low ? rates.k0Linear : rates.k0Bf16;
  const operand = low ? OPERAND_BYTES.low : OPERAND_BYTES.full;
  const rows = grouped && !o.exactRows ? m + rates.rowPad : m;
  const slot = grouped ? EXPERTS : LINEAR;
  const forward = gemm(x.f, rates, rows, n, k, count, rate, k0, operand);
  x.work[slot] += forward + gemm(x.b, rates, rows, k, n, count, rate, k0, operand);
  const weights = weightGradient(x.b, rates, m, n, k, count, rate, k0, x.setup.stack.switches.gradientBytes);
  x.weightGradient += weights;
  x.work[slot] += weights;
  if (o.recomputed) {
    gemm(x.r, rates, rows, n, k, count, rate, k0, operand);
    x.work[RECOMPUTE] += forward;
  }
  if (low) addCasts(x, m * count, n, k, o.castFactor);
}

/** Casts and transposes of low-precision inputs and gradients; less where the recipe fuses them. */
function addCasts(x: Builder, rows: number, n: number, k: number, factor: number): void {
  const { precision } = x.setup.training;
  const perTensor = precision === 'fp8-tensor' ? PER_TENSOR_CASTS : 1;
  const { input, gradient } =
    CAST_BYTES[precision === 'mxfp8' || precision === 'nvfp4' ? 'microscaled' : 'scaled'];
  addVector(x, rows * input * k * factor * perTensor, rows * gradient * n * factor * perTensor, false, 2);
}

/** Memory-bound kernels that move this many bytes forward and backward, `kernels` of them each way. */
export function addVector(
  x: Builder,
  forwardBytes: number,
  backwardBytes: number,
  recomputed: boolean,
  kernels = 1,
): void {
  const f = forwardBytes / x.rates.vectorBytes;
  const b = backwardBytes / x.rates.vectorBytes;
  const gap = x.rates.kernelGap * kernels;
  x.f[MEMORY] += f;
  x.b[MEMORY] += b;
  x.f[LATENCY] += gap;
  x.b[LATENCY] += gap;
  x.work[VECTOR] += f + b + 2 * gap;
  if (recomputed) {
    x.r[MEMORY] += f;
    x.work[RECOMPUTE] += f;
  }
}

/** Attention core: `flops` forward at the flash-attention rate, 2.5 times that backward. */
export function addAttentionCore(x: Builder, flops: number, efficiency: number, recomputed: boolean): void {
  const f = flops / (x.rates.attentionForward * efficiency);
  const b = (ATTENTION_BACKWARD * flops) / (x.rates.attentionBackward * efficiency);
  x.f[FLOPS] += f;
  x.b[FLOPS] += b;
  x.attentionCore += f + b;
  x.work[ATTENTION] += f + b;
  if (recomputed) {
    x.r[FLOPS] += f;
    x.work[RECOMPUTE] += f;
  }
}

/** Chunked recurrent kernels (DeltaNet, Mamba): small GEMMs at a low rate; backward twice the forward. */
export function addRecurrentCore(x: Builder, flops: number): void {
  const f = flops / x.rates.deltaRule;
  x.f[FLOPS] += f;
  x.b[FLOPS] += 2 * f;
  x.work[ATTENTION] += 3 * f;
}
