import { catalogStack } from '../../catalog';
import { PRECISIONS, type Precision, type Stack, type Switches } from '../../step';
import { type MeasuredPoint, type Recipe, switchText } from './point';

/** Catalog stack whose software a point ran, by framework and release. */
function stackId(point: MeasuredPoint): string {
  const { framework, group, date } = point;
  if (/MindSpeed|MindFormers|MindSpore|ModelLink/i.test(framework)) return 'mindspeed-2025';
  if (/pangu/i.test(group)) return 'pangu-2025';
  if (/HAI-LLM|DualPipe/i.test(framework)) return 'deepseek-2024';
  if (/FSDP|TorchTitan|AutoModel|Composer|MaxText/i.test(framework)) return 'fsdp-2024';
  if (/DeepSpeed/i.test(framework) || group === 'megatron2021' || group === 'korthikanti')
    return 'megatron-2021';
  if (group === 'megascale' || group === 'llama3') return 'megatron-2024';
  return date >= '2026-06' ? 'megatron-2026' : date >= '2025-11' ? 'megatron-2025' : 'megatron-2024';
}

function graphs(recipe: Recipe): Switches['cudaGraphs'] {
  if (!recipe.cuda_graph_impl || recipe.cuda_graph_impl === 'none') return 'none';
  if (recipe.cuda_graph_impl === 'full_iteration') return 'full';
  const scope = recipe.cuda_graph_scope ?? [];
  if (scope.includes('full_iteration')) return 'full';
  if (scope.includes('full')) return 'scoped';
  if (scope.includes('attn')) return 'scoped';
  return scope.includes('mamba') ? 'scoped' : 'router';
}

function dispatcher(recipe: Recipe): Switches['dispatcher'] {
  if (recipe.moe_token_dispatcher_type !== 'flex')
    return recipe.moe_token_dispatcher_type === 'allgather' ? 'allgather' : 'alltoall';
  return recipe.moe_flex_dispatcher_backend === 'deepep' ? 'deepep' : 'hybridep';
}

/** Switches of a published recipe; what it leaves out keeps the stack's value. */
function fromRecipe(base: Switches, recipe: Recipe): Switches {
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
    commCoreShare: recipe.overlap_moe_expert_parallel_comm
      ? Math.min(0.3, (recipe.moe_dispatcher_num_sms ?? 0) / 148)
      : 0,
  };
}

/** Frameworks that were started by hand, not from a tuned recipe: options that are off by default stay off. */
const LIBRARY_DEFAULTS = /Megatron-Core 0|mcore_adapter|Pai-Megatron/;

/** Releases whose canonical recipe has full-iteration graphs and overlap; rows name only what they turn off. */
const TUNED_RECIPES = /r0\.5\.0|NeMo 26\.06$/;

/** Recipe collections run on rack-scale NVLink with its own dispatcher and scoped graphs unless they say otherwise. */
function rackScale(point: MeasuredPoint): boolean {
  return point.is_moe && point.group === 'moe-modelzoo' && (point.scaleup_domain ?? 8) > 8;
}

/** Switches named in a point's notes; a plain row keeps eager defaults. */
function fromNotes(base: Switches, point: MeasuredPoint, documented: boolean): Switches {
  const text = switchText(point);
  const has = (pattern: RegExp) => pattern.test(text);
  const switches = { ...base };
  if (!documented) {
    // Tables that print no switches ran their framework's defaults: no overlap, no graphs, NCCL dispatcher.
    switches.epOverlap = false;
    switches.cudaGraphs = 'none';
    if (LIBRARY_DEFAULTS.test(point.framework)) switches.permuteFusion = false;
  }
  if (TUNED_RECIPES.test(point.framework))
    Object.assign(switches, {
      cudaGraphs: 'full',
      dispatcher: 'hybridep',
      fusedGroupedMlp: true,
      permuteFusion: true,
    });
  const tunedOverlap = TUNED_RECIPES.test(point.framework);
  if (has(/deepep/)) switches.dispatcher = 'deepep';
  else if (has(/hybridep/)) switches.dispatcher = 'hybridep';
  else if (has(/allgather/)) switches.dispatcher = 'allgather';
  else if (rackScale(point)) Object.assign(switches, { dispatcher: 'hybridep', cudaGraphs: 'scoped' });
  else if (point.is_moe && point.group !== 'deepseek' && !tunedOverlap) switches.dispatcher = 'alltoall';
  if (has(/full-iteration/)) {
    switches.cudaGraphs = 'full';
    switches.fusedGroupedMlp = point.date >= '2026';
  } else if (has(/(te-scoped|partial) cuda graph/)) {
    switches.cudaGraphs = 'scoped';
    switches.fusedGroupedMlp = false;
  } else if (has(/cuda graphs? router/)) switches.cudaGraphs = 'router';
  else if (has(/no cuda graph/) || (!tunedOverlap && has(/dispatcher|deepep|hybridep|a2a/))) {
    switches.cudaGraphs = 'none';
    switches.fusedGroupedMlp = false;
  }
  switches.epOverlap =
    tunedOverlap ||
    has(/(ep (a2a )?overlap|a2a overlap|1f1b).{0,12} on\b|overlap of all-to-all|1f1b.{0,8}overlap|dualpipe/);
  if (has(/overlap:? off|overlap disabled/)) switches.epOverlap = false;
  if (has(/all overlap disabled/)) {
    switches.gradReduceOverlap = false;
    switches.paramGatherOverlap = false;
    switches.tpOverlap = false;
  }
  // NeMo's performance scripts overlap TP communication through user buffers.
  if (point.group === 'dgxc') switches.tpOverlap = true;
  if (has(/without permute fusion|permute fusion off/)) switches.permuteFusion = false;
  if (point.group === 'mindspeed') {
    switches.tpOverlap = has(/use-mc2/);
    switches.flashAttention = has(/use-flash-attn/);
    switches.gradReduceOverlap = has(/overlap-grad-reduce/);
    switches.groupedGemm = !point.is_moe || has(/moe-grouped-gemm/);
    switches.fusedVectorKernels = has(/fused-rmsnorm/);
  }
  if (!switches.epOverlap) switches.commCoreShare = 0;
  return switches;
}

/** The software of a point: its family's stack with the switches that the point documents. */
export function stackOf(point: MeasuredPoint): Stack {
  const base = catalogStack(stackId(point));
  const documented = hasSwitches(point);
  const switches = point.recipe
    ? fromRecipe(base.switches, point.recipe)
    : fromNotes(base.switches, point, documented);
  return { ...base, switches };
}

/** Are the run's software switches published? */
export function hasSwitches(point: MeasuredPoint): boolean {
  return point.recipe !== undefined || point.dispatcher_overlap_notes !== undefined;
}

/** The published number format as one of ours. */
export function precisionOf(point: MeasuredPoint, fp8: Precision): Precision {
  const text = (point.precision ?? 'bf16').toLowerCase();
  const exact = PRECISIONS.find((precision) => precision === text);
  if (exact) return exact;
  if (point.recipe?.fp4_mixed_module_recipe) return 'mxfp8';
  if (point.recipe?.fp4_recipe || text.includes('nvfp4')) return 'nvfp4';
  if (text.includes('mx')) return 'mxfp8';
  if (text.includes('block') || text.includes('1x128')) return 'fp8-block';
  if (/cs|current|tensor|row|float8|delayed/.test(text)) return 'fp8-tensor';
  if (text.includes('fp8')) {
    if (point.recipe?.fp8_recipe === 'mxfp8') return 'mxfp8';
    if (point.recipe?.fp8_recipe === 'blockwise' || point.group === 'deepseek') return 'fp8-block';
    return point.recipe?.fp8_recipe === 'tensorwise' ? 'fp8-tensor' : fp8;
  }
  return text.includes('fp16') ? 'fp16' : 'bf16';
}
