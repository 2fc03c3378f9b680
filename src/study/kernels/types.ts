import type { ConstantName } from '../../step';
import type { ErrorSummary } from '../types';

/** Files that tests/device/measure.py writes; seconds are of one call on one device. */
export const KERNEL_FORMAT = 'moe-capacity-kernels/1';

export interface KernelPoint {
  id: string;
  kind: 'launch' | 'gemm' | 'grouped' | 'attention' | 'vector';
  op: string;
  dtype: string;
  seconds: number;
  /** (slowest − fastest) / median of the trials, and between whole runs. */
  spread: number;
  run_spread?: number;
  flops: number;
  /** Least bytes that the operation moves. */
  bytes: number;
  /** Rows (of each expert, in a grouped product), columns, reduced dimension. */
  m?: number;
  n?: number;
  k?: number;
  experts?: number;
  /** Standard deviation of the logarithm of the experts' popularity. */
  skew?: number;
  scaling?: string;
  accumulation?: string;
  sequence?: number;
  key?: number;
  value?: number;
  backend?: string;
  kernels?: number;
}

/** One MoE layer, forward and backward, with the local experts of one rank under expert parallelism. */
export interface LayerPoint {
  id: string;
  /** Id of the catalog model whose shapes the layer has. */
  model: string;
  ep: number;
  local_experts: number;
  tokens: number;
  sequence: number;
  mode: 'eager' | 'graph';
  backend: string;
  seconds: number;
  spread: number;
  run_spread?: number;
  peak_bytes: number;
}

export interface KernelFile {
  date: string;
  /** Id of the chip in the catalog. */
  chip: string;
  device: { name: string; driver: string | null; torch: string; cuda: string | null };
  method: { runs: number; run_spread?: { median: number; p90: number; worst: number } };
  kernels: KernelPoint[];
  layers: LayerPoint[];
}

/** Rate of one attention shape: FLOP/s at long sequences as a share of the BF16 peak, halved at `halfSequence`. */
export interface AttentionCurve {
  rate: number;
  halfSequence: number;
}

/** What the kernels of one chip achieve, as the equations of the step model have it; fitted on kernels alone. */
export interface KernelCurves {
  peakBf16: number;
  peakFp8: number;
  /** Bytes/s of device memory. */
  memoryBandwidth: number;
  /** Seconds between dependent kernels of a graph. */
  gap: number;
  /** Share of the peak at large K, and the K that prologue and epilogue cost; by 'bf16', 'fp8-tensor', 'fp8-block'… */
  gemm: Record<string, { rate: number; k0: number }>;
  /** Grouped over dense rate, and rows that ragged tiles add to each expert. */
  grouped: { ratio: number; rowPad: number } | null;
  /** Bandwidth shares of FP32 gradient accumulation: inside the product (8 B), after it (12 B), after a grouped one. */
  accumulate: { fused: number | null; separate: number | null; grouped: number | null };
  /** By `attentionKey`. */
  attention: Record<string, AttentionCurve>;
  /** Bandwidth share of each memory-bound kernel over its least bytes. */
  vector: Record<string, number>;
}

export interface OwnPoint {
  id: string;
  chip: string;
  measured_s: number;
  /** Null where the curves of this chip say nothing about the point. */
  predicted_s: number | null;
  error: number | null;
  spread: number;
}

export interface OwnAggregate extends ErrorSummary {
  /** Mean of the signed errors. */
  bias: number;
}

/** The group "own measurements" of `validate`. */
export interface OwnReport {
  devices: {
    chip: string;
    name: string;
    date: string;
    runs: number;
    run_spread_median: number | null;
    run_spread_p90: number | null;
  }[];
  kernels: OwnPoint[];
  layers: OwnPoint[];
  summary: OwnAggregate[];
}

/** What a file of tests/device/measure.py says of its chip. */
export interface KernelsReport {
  chip: string;
  /** The step model's constants as the kernels have them, for the `constants` of a stack. */
  constants: Partial<Record<ConstantName, number>>;
  own: OwnReport;
}
