import type { Chip } from '../hardware';
import { steadyPower } from '../units';
import { type Constants, resolveConstants } from './constants';
import type { Precision, Setup } from './types';

/** What one rank (die) achieves: FLOP/s and bytes/s after efficiency, latencies in seconds. */
export interface Rates {
  /** BF16 GEMM FLOP/s at large K, and the K lost to prologue and epilogue. */
  bf16: number;
  k0Bf16: number;
  /** Linear layers in the training's precision. */
  linear: number;
  k0Linear: number;
  groupedRatio: number;
  rowPad: number;
  attentionForward: number;
  attentionBackward: number;
  attentionHalfSequence: number;
  deltaRule: number;
  /** Bytes/s. */
  gemmBytes: number;
  vectorBytes: number;
  optimizerBytes: number;
  upCollective: number;
  upAllToAll: number;
  upDispatch: number;
  out: number;
  outAllToAll: number;
  latencyUp: number;
  latencyOut: number;
  kernelGap: number;
  /** Ranks in one scale-up domain. */
  domainRanks: number;
  mesh: boolean;
  memoryBytes: number;
  /** Cores of a rank; 0 = unknown. */
  cores: number;
  lowPrecision: boolean;
  constants: Constants;
}

/** Watts per dense BF16 FLOP/s of the chip on which a family's GEMM efficiencies were fitted. */
const REFERENCE_WATTS_PER_FLOP: Partial<Record<Chip['family'], number>> = {
  ampere: 400 / 312e12,
  hopper: 700 / 989.4e12,
  blackwell: 1200 / 2450e12,
};

/** Chips with less power per FLOP than their family's reference run slower than their peak suggests. */
function powerFactor(chip: Chip, exponent: number): number {
  const reference = REFERENCE_WATTS_PER_FLOP[chip.family];
  if (!reference || !(chip.tdpWatts > 0)) return 1;
  return Math.min(1.2, steadyPower(chip.tdpWatts / chip.peakFlops.bf16 / reference, exponent));
}

/** Linear-layer rate as FLOP/s of a whole package, before the power factor. */
function linearRate(chip: Chip, precision: Precision, c: Constants): { rate: number; k0: number } {
  const { bf16, fp8, fp4 } = chip.peakFlops;
  const low = fp8 ?? bf16;
  if (precision === 'fp8-tensor') return { rate: low * c.gemm_fp8_tensor, k0: c.gemm_k0_fp8 };
  if (precision === 'fp8-block') return { rate: low * c.gemm_fp8_block, k0: c.gemm_k0_fp8 };
  if (precision === 'mxfp8') return { rate: low * c.gemm_mxfp8, k0: c.gemm_k0_fp8 };
  if (precision === 'nvfp4')
    return { rate: fp4 === null ? low * c.gemm_mxfp8 : fp4 * c.gemm_nvfp4, k0: c.gemm_k0_fp8 };
  return { rate: bf16 * c.gemm_bf16, k0: c.gemm_k0_bf16 };
}

export function isLowPrecision(precision: Precision): boolean {
  return precision !== 'bf16' && precision !== 'fp16';
}

/** The constants of a setup: its chip family's, with those of its stack on top. */
export const setupConstants = ({ cluster, stack }: Setup): Constants =>
  resolveConstants(cluster.system.chip.family, stack.constants);

/** Rates of one rank of the cluster under the stack's switches and constants (its own, unless others are given). Pure. */
export function resolveRates(setup: Setup, c: Constants = setupConstants(setup)): Rates {
  const { system } = setup.cluster;
  const { chip } = system;
  const switches = setup.stack.switches;
  const power = powerFactor(chip, c.power_exponent);
  const perRank = 1 / chip.dies;
  const linear = linearRate(chip, setup.training.precision, c);
  const lowPrecision = isLowPrecision(setup.training.precision);
  const fp8Attention = switches.fp8Attention && lowPrecision;
  const kernel = fp8Attention ? c.fp8_attention_speedup : switches.fa2Attention ? c.fa2_ratio : 1;
  const attention = chip.peakFlops.bf16 * c.attention_forward * power * perRank * kernel;
  const vector = c.vector / (switches.fusedVectorKernels ? 1 : c.unfused_vector);
  const nic = system.scaleOut.bandwidth / Math.max(1, system.scaleOut.oversubscription) / chip.dies;
  return {
    bf16: chip.peakFlops.bf16 * c.gemm_bf16 * power * perRank,
    k0Bf16: c.gemm_k0_bf16,
    linear: linear.rate * power * perRank,
    k0Linear: linear.k0,
    groupedRatio: c.grouped_ratio,
    rowPad: c.grouped_row_pad,
    attentionForward: attention,
    attentionBackward: attention * c.attention_backward_ratio,
    attentionHalfSequence: c.attention_half_sequence,
    deltaRule: chip.peakFlops.bf16 * c.delta_rule_rate * power * perRank,
    gemmBytes: chip.memoryBandwidth * c.gemm_hbm * perRank,
    vectorBytes: chip.memoryBandwidth * vector * perRank,
    optimizerBytes: chip.memoryBandwidth * c.optimizer_hbm * perRank,
    upCollective: system.scaleUp.bandwidth * c.up_collective * perRank,
    upAllToAll: system.scaleUp.bandwidth * c.up_alltoall * perRank,
    upDispatch: system.scaleUp.bandwidth * c.up_dispatch * perRank,
    out: nic * c.out_rate,
    outAllToAll: nic * c.out_alltoall,
    latencyUp: c.latency_up,
    latencyOut: c.latency_out,
    kernelGap: c.kernel_gap + c.kernel_tail,
    domainRanks: system.scaleUp.domainChips * chip.dies,
    mesh: system.scaleUp.topology === 'mesh',
    memoryBytes: chip.memoryBytes * perRank,
    cores: chip.cores === null ? 0 : chip.cores / chip.dies,
    lowPrecision,
    constants: c,
  };
}
