import { catalogStack } from '../../catalog';
import type { Chip } from '../../hardware';
import { PRECISIONS, type Precision, type Stack, type Switches } from '../../step';
import type { MeasuredPoint, Recipe } from './point';
import { fromNotes, IN_HOUSE_DEEPSEEK, NEMO } from './switch-rules';

/** Software by framework and release, first match wins; catalog stack ids. */
const STACKS: readonly { framework?: RegExp; from?: string; before?: string; stack: string }[] = [
  { framework: /MindSpeed|MindFormers|MindSpore|ModelLink|AscendSpeed/i, stack: 'mindspeed-2025' },
  { framework: IN_HOUSE_DEEPSEEK, stack: 'deepseek-2024' },
  { framework: /^MegaScale/, stack: 'megascale-2024' },
  // Meta's Llama 3 trainer shards parameters but runs its own attention kernels.
  { framework: /^Meta internal/, stack: 'megatron-2024' },
  { framework: /AutoModel/, stack: 'automodel-2025' },
  { framework: /TorchTitan/, stack: 'torchtitan-2024' },
  { framework: /FSDP|Composer|MaxText/i, stack: 'fsdp-2024' },
  { framework: /DeepSpeed/i, stack: 'megatron-2021' },
  // Before FlashAttention came to Megatron-LM.
  { framework: /^Megatron-LM/, before: '2023', stack: 'megatron-2021' },
  { from: '2026-06', stack: 'megatron-2026' },
  { from: '2025-11', stack: 'megatron-2025' },
  { stack: 'megatron-2024' },
];

function stackId({ framework, date }: MeasuredPoint): string {
  const match = STACKS.find(
    (entry) =>
      (!entry.framework || entry.framework.test(framework)) &&
      (!entry.from || date >= entry.from) &&
      (!entry.before || date < entry.before),
  );
  return (match ?? STACKS[STACKS.length - 1]).stack;
}

function graphs(recipe: Recipe): Switches['cudaGraphs'] {
  if (!recipe.cuda_graph_impl || recipe.cuda_graph_impl === 'none') return 'none';
  if (recipe.cuda_graph_impl === 'full_iteration') return 'full';
  const scope = recipe.cuda_graph_scope ?? [];
  if (scope.includes('full_iteration')) return 'full';
  // A graph of whole layers holds the experts too where padding to a capacity keeps their shapes fixed.
  if (scope.includes('full')) return recipe.moe_expert_capacity_factor ? 'full' : 'scoped';
  if (scope.includes('attn')) return 'scoped';
  return scope.includes('mamba') ? 'scoped' : 'router';
}

function dispatcher(recipe: Recipe): Switches['dispatcher'] {
  if (recipe.moe_token_dispatcher_type !== 'flex')
    return recipe.moe_token_dispatcher_type === 'allgather' ? 'allgather' : 'alltoall';
  return recipe.moe_flex_dispatcher_backend === 'deepep' ? 'deepep' : 'hybridep';
}

/** Share of the chip's cores that the dispatcher's kernels hold. */
const coreShare = ({ moe_dispatcher_num_sms = 0 }: Recipe, { cores }: Chip): number =>
  cores === null ? 0 : Math.min(0.3, moe_dispatcher_num_sms / cores);

/** Switches of a published recipe; what it leaves out keeps the stack's value. */
function fromRecipe(base: Switches, recipe: Recipe, chip: Chip): Switches {
  const moe = recipe.moe_token_dispatcher_type !== undefined;
  return {
    ...base,
    cudaGraphs: graphs(recipe),
    dispatcher: moe ? dispatcher(recipe) : base.dispatcher,
    permuteFusion: recipe.moe_permute_fusion ?? base.permuteFusion,
    groupedGemm: recipe.moe_grouped_gemm ?? true,
    fusedGroupedMlp: recipe.te_op_fuser ?? false,
    epOverlap: recipe.overlap_moe_expert_parallel_comm ?? false,
    tpOverlap: recipe.tp_comm_overlap ?? false,
    gradReduceOverlap: recipe.overlap_grad_reduce ?? true,
    paramGatherOverlap: recipe.overlap_param_gather ?? true,
    fp8Attention: recipe.fp8_dot_product_attention ?? false,
    gradientBytes: recipe.grad_reduce_in_fp32 ? 4 : 2,
    fp8ParamGather: recipe.fp8_param_gather ?? false,
    commCoreShare: recipe.overlap_moe_expert_parallel_comm ? coreShare(recipe, chip) : 0,
  };
}

/** The software of a point: its family's stack with the switches that the point documents. */
export function stackOf(point: MeasuredPoint, chip: Chip): Stack {
  const base = catalogStack(stackId(point));
  const documented = hasSwitches(point);
  const switches = point.recipe
    ? fromRecipe(base.switches, point.recipe, chip)
    : fromNotes(base.switches, point, documented);
  return { ...base, switches };
}

/** Are the run's software switches published? */
export function hasSwitches(point: MeasuredPoint): boolean {
  return point.recipe !== undefined || point.dispatcher_overlap_notes !== undefined;
}

/** NeMo's recipes scaled FP8 by tensor (`bf16_with_fp8_mixed`, later `fp8_cs`) until the release whose tables name MX. */
const MX_IN_NEMO_FROM = '2025-09';

/** The published number format as one of ours. */
export function precisionOf(point: MeasuredPoint, fp8: Precision): Precision {
  const text = (point.precision ?? 'bf16').toLowerCase();
  if (point.recipe?.fp4_mixed_module_recipe) return 'mxfp8';
  const exact = PRECISIONS.find((precision) => precision === text);
  if (exact) return exact;
  if (point.recipe?.fp4_recipe || text.includes('nvfp4')) return 'nvfp4';
  if (text.includes('mx')) return 'mxfp8';
  // Scales by row are cast like blockwise ones, not fused as per-tensor scales are.
  if (/block|1x128|rowwise/.test(text)) return 'fp8-block';
  if (/cs|current|tensor|float8|delayed/.test(text)) return 'fp8-tensor';
  if (text.includes('fp8')) {
    if (NEMO.test(point.framework) && point.date < MX_IN_NEMO_FROM) return 'fp8-tensor';
    if (point.recipe?.fp8_recipe === 'mxfp8') return 'mxfp8';
    if (point.recipe?.fp8_recipe === 'blockwise' || IN_HOUSE_DEEPSEEK.test(point.framework))
      return 'fp8-block';
    return point.recipe?.fp8_recipe === 'tensorwise' ? 'fp8-tensor' : fp8;
  }
  return text.includes('fp16') ? 'fp16' : 'bf16';
}
