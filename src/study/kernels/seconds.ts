import { priorConstant } from '../../step';
import type { KernelCurves, KernelPoint } from './types';

/** Share of the memory bandwidth at which products stream their operands. */
const OPERAND_SHARE = priorConstant('gemm_hbm', 'other');

/** Bytes of an operand element: BF16, or FP8 inputs with a BF16 result. */
export const operandBytes = (low: boolean): number => (low ? 4 / 3 : 2);

/** One product of m × n × k: bound by arithmetic with a prologue of k0, or by its operands. Seconds without the gap. */
export function productSeconds(
  m: number,
  n: number,
  k: number,
  rate: number,
  k0: number,
  bytesEach: number,
  memoryBandwidth: number,
): number {
  const flops = (2 * m * n * (k + k0)) / rate;
  return Math.max(flops, (bytesEach * (m * k + k * n + m * n)) / (OPERAND_SHARE * memoryBandwidth));
}

/** A BF16 product at `ratio` of the dense rate. Seconds without the gap. */
function bf16Seconds(c: KernelCurves, m: number, n: number, k: number, ratio: number): number {
  const { rate, k0 } = c.gemm.bf16;
  return productSeconds(m, n, k, rate * ratio * c.peakBf16, k0, 2, c.memoryBandwidth);
}

/** Seconds of a BF16 linear layer's product of m rows. */
export const gemmSeconds = (c: KernelCurves, m: number, n: number, k: number): number =>
  c.gap + bf16Seconds(c, m, n, k, 1);

/** Weight gradient of n × k over m rows, and its addition to the FP32 gradient. Seconds. */
export function weightGradientSeconds(c: KernelCurves, m: number, n: number, k: number): number | null {
  const { rate, k0 } = c.gemm.bf16;
  const product = (2 * n * k * (m + k0)) / (rate * c.peakBf16);
  const { fused, separate } = c.accumulate;
  if (fused !== null) return c.gap + product + (8 * n * k) / (fused * c.memoryBandwidth);
  return separate === null ? null : 2 * c.gap + product + (12 * n * k) / (separate * c.memoryBandwidth);
}

/** Grouped product of `experts` problems of m rows. Seconds. */
export function groupedSeconds(
  c: KernelCurves,
  experts: number,
  m: number,
  n: number,
  k: number,
  grouped = c.grouped,
): number | null {
  if (!grouped) return null;
  return c.gap + experts * bf16Seconds(c, m + grouped.rowPad, n, k, grouped.ratio);
}

export function groupedGradientSeconds(
  c: KernelCurves,
  experts: number,
  m: number,
  n: number,
  k: number,
): number | null {
  if (!c.grouped || c.accumulate.grouped === null) return null;
  const { rate, k0 } = c.gemm.bf16;
  const product = (2 * n * k * (m + k0)) / (rate * c.grouped.ratio * c.peakBf16);
  return 2 * c.gap + experts * (product + (12 * n * k) / (c.accumulate.grouped * c.memoryBandwidth));
}

/** Attention kernels differ by direction, head widths and library. */
export const attentionKey = (way: string, key: number, value: number, backend: string): string =>
  `${way} ${key}/${value} ${backend}`;

export function attentionSeconds(
  c: KernelCurves,
  way: 'forward' | 'backward',
  key: number,
  value: number,
  backend: string,
  sequence: number,
  flops: number,
): number | null {
  const curve = c.attention[attentionKey(way, key, value, backend)];
  if (!curve) return null;
  return flops / ((c.peakBf16 * curve.rate * sequence) / (sequence + curve.halfSequence));
}

/** A memory-bound kernel `op` that moves `bytes`. */
export function vectorSeconds(c: KernelCurves, op: string, bytes: number): number | null {
  const share = c.vector[op];
  return share === undefined ? null : c.gap + bytes / (share * c.memoryBandwidth);
}

export const wayOf = (op: string): 'forward' | 'backward' =>
  op.endsWith('backward') ? 'backward' : 'forward';

/** Key of a product's curve: its format, and for FP8 how it scales and accumulates. */
export const gemmKey = (p: KernelPoint): string =>
  p.dtype === 'bf16' ? 'bf16' : `fp8-${p.scaling}${p.accumulation === 'fast' ? '' : '-precise'}`;

/** Seconds of a measured kernel by the curves; null where they say nothing about it. */
export function kernelSeconds(c: KernelCurves, p: KernelPoint): number | null {
  const { m = 0, n = 0, k = 0, experts = 0 } = p;
  if (p.kind === 'gemm') {
    if (p.op === 'weight-gradient-fused') return weightGradientSeconds(c, m, n, k);
    if (p.op === 'weight-gradient')
      return weightGradientSeconds({ ...c, accumulate: { ...c.accumulate, fused: null } }, m, n, k);
    const curve = c.gemm[gemmKey(p)];
    if (!curve) return null;
    const low = p.dtype !== 'bf16';
    const peak = low ? c.peakFp8 : c.peakBf16;
    return c.gap + productSeconds(m, n, k, curve.rate * peak, curve.k0, operandBytes(low), c.memoryBandwidth);
  }
  if (p.kind === 'grouped') {
    if (p.dtype !== 'bf16') return null;
    if (p.op === 'weight-gradient') return groupedGradientSeconds(c, experts, m, n, k);
    return groupedSeconds(c, experts, m, n, k);
  }
  if (p.kind === 'attention') {
    const { key = 0, value = 0, backend = '', sequence = 0 } = p;
    return attentionSeconds(c, wayOf(p.op), key, value, backend, sequence, p.flops);
  }
  return p.kind === 'vector' ? vectorSeconds(c, p.op, p.bytes) : null;
}
