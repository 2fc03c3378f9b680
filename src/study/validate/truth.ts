import { type Model, modelFlopsPerToken } from '../../model';
import type { MeasuredPoint } from './point';

/** Dense BF16 peaks by which the sources divided, FLOP/s. */
const MFU_PEAK: Record<string, number> = {
  A100: 312e12,
  H100: 989.5e12,
  H800: 989.5e12,
  GB200: 2450e12,
  'Ascend 910B': 313e12,
};

/** Megatron 2021: 96·B·s·l·h²(1 + s/6h + V/16lh) hardware FLOPs, full recompute and full attention counted. */
function hardwareFlopsPerToken(model: Model, sequence: number): number {
  const layers = model.layerKinds.length;
  const h = model.hidden;
  return 96 * layers * h * h * (1 + sequence / (6 * h) + model.vocab / (16 * layers * h));
}

/** Measured tokens/s per chip: printed, or by the source's own FLOP convention; null when the convention is unknown. */
export function measuredTokensPerSecond(point: MeasuredPoint, model: Model): number | null {
  const { truth } = point;
  const sequence = point.seq ?? 0;
  if (!truth || !(sequence > 0)) return null;
  const flops = modelFlopsPerToken(model, sequence);
  const peak = MFU_PEAK[point.hardware_chip];
  switch (truth.metric) {
    case 'tokens_per_sec_per_chip':
      return truth.value;
    case 'model_tflops_per_chip':
      return (truth.value * 1e12) / flops;
    case 'mfu':
      return peak ? (truth.value * peak) / flops : null;
    case 'hfu':
      return peak ? (truth.value * peak) / hardwareFlopsPerToken(model, sequence) : null;
    default:
      return null;
  }
}
