import type { Chip } from '../../hardware';
import { priorConstant } from '../../step';
import { steadyLog } from '../../units';
import { medianOf } from '../statistics';
import { fitGrid, steps } from './grid';
import {
  attentionKey,
  gemmKey,
  groupedGradientSeconds,
  groupedSeconds,
  operandBytes,
  productSeconds,
  vectorSeconds,
  wayOf,
  weightGradientSeconds,
} from './seconds';
import type { AttentionCurve, KernelCurves, KernelFile, KernelPoint } from './types';

function by(points: readonly KernelPoint[], key: (p: KernelPoint) => string): Map<string, KernelPoint[]> {
  const groups = new Map<string, KernelPoint[]>();
  for (const point of points) groups.set(key(point), [...(groups.get(key(point)) ?? []), point]);
  return groups;
}

function fitGemm(c: KernelCurves, kernels: readonly KernelPoint[]): void {
  const products = kernels.filter((p) => p.kind === 'gemm' && p.op === 'forward');
  for (const [key, points] of by(products, gemmKey)) {
    const low = key !== 'bf16';
    const peak = low ? c.peakFp8 : c.peakBf16;
    const fitted = fitGrid(
      points,
      ({ m = 0, n = 0, k = 0 }, rate, k0) =>
        c.gap + productSeconds(m, n, k, rate * peak, k0, operandBytes(low), c.memoryBandwidth),
      steps(0.1, 1, 91),
      steps(0, 1200, 41),
    );
    if (fitted) c.gemm[key] = { rate: fitted[0], k0: fitted[1] };
  }
}

function fitGrouped(c: KernelCurves, kernels: readonly KernelPoint[]): void {
  const balanced = kernels.filter((p) => p.kind === 'grouped' && p.dtype === 'bf16' && p.skew === 0);
  const fitted = fitGrid(
    balanced.filter((p) => p.op !== 'weight-gradient'),
    ({ experts = 0, m = 0, n = 0, k = 0 }, ratio, rowPad) =>
      groupedSeconds(c, experts, m, n, k, { ratio, rowPad }) ?? 0,
    steps(0.5, 1.2, 36),
    steps(0, 300, 31),
  );
  if (!fitted) return;
  c.grouped = { ratio: fitted[0], rowPad: fitted[1] };
  const share = fitGrid(
    balanced.filter((p) => p.op === 'weight-gradient'),
    ({ experts = 0, m = 0, n = 0, k = 0 }, grouped) =>
      groupedGradientSeconds({ ...c, accumulate: { ...c.accumulate, grouped } }, experts, m, n, k) ?? 0,
    steps(0.1, 2, 191),
  );
  c.accumulate.grouped = share?.[0] ?? null;
}

/** Bandwidth shares of gradient accumulation; fused kernels can exceed 1, as caches keep part of the traffic. */
function fitAccumulation(c: KernelCurves, kernels: readonly KernelPoint[]): void {
  for (const [kind, op] of [
    ['fused', 'weight-gradient-fused'],
    ['separate', 'weight-gradient'],
  ] as const) {
    const share = fitGrid(
      kernels.filter((p) => p.kind === 'gemm' && p.op === op),
      ({ m = 0, n = 0, k = 0 }, value) =>
        weightGradientSeconds(
          { ...c, accumulate: { fused: null, separate: null, grouped: null, [kind]: value } },
          m,
          n,
          k,
        ) ?? 0,
      steps(0.1, 3, 146),
    );
    c.accumulate[kind] = share?.[0] ?? null;
  }
}

/** For each sequence length of half the rate, the median rate that it implies; the pair with the least mean error. */
function attentionCurve(points: readonly KernelPoint[], peak: number): AttentionCurve {
  let best: AttentionCurve = { rate: 0, halfSequence: 0 };
  let least = Number.POSITIVE_INFINITY;
  for (const halfSequence of steps(0, 3000, 121)) {
    const rates = points.map(
      ({ sequence = 0, flops, seconds }) => ((flops / seconds / peak) * (sequence + halfSequence)) / sequence,
    );
    const rate = medianOf(rates) ?? 0;
    const error = rates.reduce((sum, each) => sum + Math.abs(steadyLog(each / rate)), 0);
    if (error < least) {
      least = error;
      best = { rate, halfSequence };
    }
  }
  return best;
}

function fitAttention(c: KernelCurves, kernels: readonly KernelPoint[]): void {
  const keyOf = (p: KernelPoint) => attentionKey(wayOf(p.op), p.key ?? 0, p.value ?? 0, p.backend ?? '');
  for (const [key, points] of by(
    kernels.filter((p) => p.kind === 'attention'),
    keyOf,
  )) {
    c.attention[key] = attentionCurve(points, c.peakBf16);
  }
}

function fitVector(c: KernelCurves, kernels: readonly KernelPoint[]): void {
  const named = by(
    kernels.filter((p) => p.kind === 'vector' && p.bytes > 0),
    (p) => p.op,
  );
  for (const [op, points] of named) {
    const unit = { ...c, vector: { [op]: 1 } };
    const shares = points.map((p) => ((vectorSeconds(unit, op, p.bytes) ?? 0) - c.gap) / (p.seconds - c.gap));
    c.vector[op] = medianOf(shares.filter((share) => share > 0)) ?? 1;
  }
}

/** Efficiency curves of the chip that the file was measured on. Uses its kernels, never its layers. Null without BF16 products. */
export function fitCurves({ kernels }: KernelFile, chip: Chip): KernelCurves | null {
  const graph = kernels
    .filter((p) => p.op === 'graph-kernel')
    .sort((a, b) => (b.kernels ?? 0) - (a.kernels ?? 0))[0];
  const curves: KernelCurves = {
    peakBf16: chip.peakFlops.bf16,
    peakFp8: chip.peakFlops.fp8 ?? chip.peakFlops.bf16,
    memoryBandwidth: chip.memoryBandwidth,
    gap: graph?.seconds ?? priorConstant('kernel_gap', chip.family),
    gemm: {},
    grouped: null,
    accumulate: { fused: null, separate: null, grouped: null },
    attention: {},
    vector: {},
  };
  fitGemm(curves, kernels);
  if (!curves.gemm.bf16) return null;
  fitAccumulation(curves, kernels);
  fitGrouped(curves, kernels);
  fitAttention(curves, kernels);
  fitVector(curves, kernels);
  return curves;
}
