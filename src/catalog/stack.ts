import type { Stack } from '../step';
import type { Resolved } from './resolve';
import type { FlatStack } from './schema/stack';

/** The stack as the step wants it; of the constants only their values. */
export function toStack({ id, flat }: Resolved<FlatStack>): Stack {
  const { switches } = flat;
  return {
    id,
    name: flat.name,
    switches: {
      cudaGraphs: switches.cuda_graphs,
      dispatcher: switches.dispatcher,
      fp8Dispatch: switches.fp8_dispatch,
      permuteFusion: switches.permute_fusion,
      indexedPermute: switches.indexed_permute,
      groupedGemm: switches.grouped_gemm,
      fusedGroupedMlp: switches.fused_grouped_mlp,
      epOverlap: switches.ep_overlap,
      tpOverlap: switches.tp_overlap,
      gradReduceOverlap: switches.grad_reduce_overlap,
      paramGatherOverlap: switches.param_gather_overlap,
      flashAttention: switches.flash_attention,
      fp8Attention: switches.fp8_attention,
      fa2Attention: switches.fa2_attention,
      fusedVectorKernels: switches.fused_vector_kernels,
      fusedCrossEntropy: switches.fused_cross_entropy,
      gradientBytes: switches.gradient_bytes,
      fp8ParamGather: switches.fp8_param_gather,
      recomputeStopsEarly: switches.recompute_stops_early,
      pipelineLockstep: switches.pipeline_lockstep,
      commCoreShare: switches.comm_core_share,
    },
    zeroStages: flat.zero_stages,
    schedules: flat.schedules,
    constants: Object.fromEntries(Object.entries(flat.constants).map(([name, { value }]) => [name, value])),
    evidence: flat.evidence,
  };
}
