import type { ConstantName } from './constants';
import { isPadded, permuteFactor } from './feed-forward';
import { isLowPrecision } from './rates';
import type { Setup } from './types';

/**
 * Constants that nothing asks for under a setup, whatever the plan: those of other precisions, kernels, dispatchers,
 * graphs and routings, and of layers that the model lacks. Moving one moves no time. A constant that is missing here
 * costs a computation that changes nothing; one too many would be wrong, which a test rules out.
 */
export function idleConstants({ model, cluster, training, stack }: Setup): ReadonlySet<ConstantName> {
  const { precision, routing } = training;
  const { switches } = stack;
  const { dispatcher, cudaGraphs } = switches;
  const low = isLowPrecision(precision);
  const fp4 = cluster.system.chip.peakFlops.fp4 !== null;
  const fp8Attention = switches.fp8Attention && low;
  const deduplicate = dispatcher === 'deepep' || dispatcher === 'hybridep';
  const permute = permuteFactor(switches);
  const waits = cudaGraphs !== 'full' && !isPadded(training);
  const attends = (kind: string) => model.kinds.some(({ attention }) => attention?.kind === kind);
  const recurrent = attends('gated-delta') || attends('mamba2');
  const moe = model.kinds.flatMap(({ feedForward }) => (feedForward?.kind === 'moe' ? [feedForward] : []));

  const asked: Partial<Record<ConstantName, boolean>> = {
    gemm_fp8_tensor: precision === 'fp8-tensor',
    gemm_fp8_block: precision === 'fp8-block',
    gemm_mxfp8: precision === 'mxfp8' || (precision === 'nvfp4' && !fp4),
    gemm_nvfp4: precision === 'nvfp4' && fp4,
    gemm_k0_fp8: low,
    fp8_attention_speedup: fp8Attention,
    fa2_ratio: switches.fa2Attention && !fp8Attention,
    delta_rule_rate: recurrent,
    fused_expert_vector: switches.fusedGroupedMlp && low,
    unfused_permute: permute === 'unfused_permute',
    indexed_permute: permute === 'indexed_permute',
    joined_permute: permute === 'joined_permute',
    unfused_sort: dispatcher === 'alltoall' && !switches.permuteFusion,
    unfused_vector: !switches.fusedVectorKernels,
    clamped_activation: moe.some(({ clampedActivation }) => clampedActivation),
    up_dispatch: deduplicate,
    up_alltoall: dispatcher === 'alltoall',
    out_alltoall: dispatcher !== 'allgather',
    tp_overlap: switches.tpOverlap,
    ep_overlap: switches.epOverlap,
    ep_contention: switches.epOverlap,
    host_overlap: switches.epOverlap,
    host_latent: attends('mla'),
    host_mixer: recurrent,
    host_grace: cluster.system.hostCpu === 'grace',
    host_dynamic: routing === 'untrained',
    host_fp8: low,
    graph_full: cudaGraphs === 'full',
    graph_scoped_moe: cudaGraphs === 'scoped',
    graph_scoped_attention: cudaGraphs === 'scoped',
    graph_router_moe: cudaGraphs === 'router',
    sync_nccl: waits && !deduplicate,
    sync_flex: waits && deduplicate,
    expert_loop: !switches.groupedGemm,
    expert_quantise: low && !switches.fusedGroupedMlp && cudaGraphs !== 'full',
    imbalance_trained: routing === 'aux-free',
    imbalance_aux: routing === 'aux-loss',
    imbalance_untrained: routing === 'untrained',
  };
  const names = Object.keys(asked) as ConstantName[];
  return new Set(names.filter((name) => !asked[name]));
}
