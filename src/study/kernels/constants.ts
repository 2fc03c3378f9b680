import type { Chip } from '../../hardware';
import type { ConstantName } from '../../step';
import { mean } from '../../units';
import { medianOf } from '../statistics';
import { chipOf, curvesOf, kernelFiles } from './data';
import type { AttentionCurve, KernelCurves, KernelFile } from './types';

/** Head widths whose kernels stand for the chip: the wide heads of most models. */
const USUAL_HEADS = /(128|192)\/128 /;
const SMALL_HEADS = / 64\/64 /;

/** The faster library of each shape and direction: what a tuned stack runs. */
function fastest(curves: KernelCurves, way: string, heads: RegExp): AttentionCurve[] {
  const best = new Map<string, AttentionCurve>();
  for (const [key, curve] of Object.entries(curves.attention)) {
    if (!key.startsWith(way) || !heads.test(key)) continue;
    const shape = key.slice(0, key.lastIndexOf(' '));
    const known = best.get(shape);
    if (!known || curve.rate > known.rate) best.set(shape, curve);
  }
  return [...best.values()];
}

const medianRate = (curves: AttentionCurve[]) => medianOf(curves.map(({ rate }) => rate));

/**
 * Bandwidth share of a layer's memory-bound kernels over the bytes that the step model counts for them: bytes summed
 * over seconds summed, per token of a layer with 8 experts of an eighth of the hidden width a token.
 */
function vectorShare(curves: KernelCurves): number | null {
  const mix: [op: string, modelBytes: number, kernelBytes: number][] = [
    ['add-norm-forward', 20, 12],
    ['add-norm-backward', 24, 14],
    ['rope-forward', 5, 5],
    ['rope-backward', 5, 5],
    ['swiglu-forward', 18, 18],
    ['swiglu-backward', 30, 30],
    ['permute-forward', 18, 18],
    ['permute-backward', 18, 18],
    ['unpermute-forward', 18, 18],
    ['unpermute-backward', 18, 36],
  ];
  let bytes = 0;
  let seconds = 0;
  for (const [op, modelBytes, kernelBytes] of mix) {
    const share = curves.vector[op];
    if (share === undefined) return null;
    bytes += modelBytes;
    seconds += kernelBytes / share;
  }
  return bytes / seconds;
}

/** The step model's constants as this chip's kernels have them; only those that the file says something about. */
export function kernelConstants(file: KernelFile): Partial<Record<ConstantName, number>> {
  const curves = curvesOf(file);
  if (!curves) return {};
  const forward = fastest(curves, 'forward', USUAL_HEADS);
  const backward = fastest(curves, 'backward', USUAL_HEADS);
  const rate = medianRate(forward);
  const back = medianRate(backward);
  const small = medianRate(fastest(curves, 'forward', SMALL_HEADS));
  const found: Partial<Record<ConstantName, number | null | undefined>> = {
    gemm_bf16: curves.gemm.bf16.rate,
    gemm_k0_bf16: curves.gemm.bf16.k0,
    gemm_fp8_tensor: curves.gemm['fp8-tensor']?.rate,
    gemm_fp8_block: curves.gemm['fp8-block-precise']?.rate,
    gemm_k0_fp8: curves.gemm['fp8-tensor']?.k0,
    grouped_ratio: curves.grouped?.ratio,
    grouped_row_pad: curves.grouped?.rowPad,
    kernel_gap: curves.gap,
    attention_forward: rate,
    attention_backward_ratio: rate && back ? back / rate : null,
    attention_half_sequence: medianOf([...forward, ...backward].map(({ halfSequence }) => halfSequence)),
    small_head_factor: small && rate ? small / rate : null,
    vector: vectorShare(curves),
    optimizer_hbm: curves.vector.adam,
  };
  return Object.fromEntries(
    Object.entries(found).filter(([, value]) => typeof value === 'number' && value > 0),
  ) as Partial<Record<ConstantName, number>>;
}

/** A constant from the project's own measurements of the families that `serves` names: the mean of their chips, or null. */
export function ownConstant(name: ConstantName, serves: (family: Chip['family']) => boolean): number | null {
  const values = kernelFiles().flatMap((file) => {
    const value = serves(chipOf(file).family) ? kernelConstants(file)[name] : undefined;
    return value === undefined ? [] : [value];
  });
  return values.length === 0 ? null : mean(values);
}
