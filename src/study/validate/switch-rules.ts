import type { Switches } from '../../step';
import { type MeasuredPoint, switchText } from './point';

/** One published statement and the switches it sets. All conditions that are given must hold; later rules win. */
interface SwitchRule {
  /** The framework (and release) as printed. */
  framework?: RegExp;
  /** What the row's notes and switch column say, lower case. */
  says?: RegExp;
  unless?: RegExp;
  /** Does the row print switches, is its model an MoE, does its scale-up domain span more than a node? */
  documented?: boolean;
  /** The number format as printed, lower case. */
  precision?: RegExp;
  /** Is the model one that the project knows, and so the framework has a recipe for? */
  published?: boolean;
  moe?: boolean;
  /** Does it shard its parameters (FSDP)? */
  sharded?: boolean;
  rackScale?: boolean;
  /** Earliest and latest publication. */
  from?: string;
  before?: string;
  set: Partial<Switches>;
}

/** Releases whose canonical recipe has full-iteration graphs and overlap; rows name only what they turn off. */
const TUNED = /r0\.5\.0|NeMo 26\.06$/;
const UNTUNED = /^(?!.*(?:r0\.5\.0|NeMo 26\.06$))/;
/** Frameworks that were started by hand, not from a tuned recipe: options that are off by default stay off. */
const LIBRARY_DEFAULTS = /Megatron-Core 0|Pai-Megatron/;
/** NVIDIA's own runs of Megatron-Core's development branches: at rack scale they dispatch by HybridEP under scoped graphs. */
const DEVELOPMENT_BRANCH = /^Megatron-Core (?:\(commit|\(dev|main)/;
/** NVIDIA's NeMo containers and their published recipes; AutoModel is PyTorch's FSDP. */
export const NEMO = /^NeMo(?! AutoModel)/;
const CANONICAL = /^Megatron-Bridge main/;
/** DeepSeek's own trainer: DualPipe, DeepEP, blockwise FP8. */
export const IN_HOUSE_DEEPSEEK = /HAI-LLM|DualPipe/i;
const OVERLAP_ON =
  /(ep (a2a )?overlap|a2a overlap|1f1b).{0,12} on\b|overlap of all-to-all|1f1b.{0,8}overlap|dualpipe/;

/** In the order of application. Rows with a published recipe do not pass through here. */
const SWITCH_RULES: readonly SwitchRule[] = [
  // Tables that print no switches ran their framework's defaults: no overlap, no graphs, NCCL dispatcher.
  { documented: false, set: { epOverlap: false, cudaGraphs: 'none' } },
  {
    documented: false,
    framework: LIBRARY_DEFAULTS,
    unless: /permute fusion/,
    set: { permuteFusion: false },
  },
  // Megatron keeps FP32 main gradients beside BF16 weights, FP16 ones beside FP16; the tuned recipes reduce in BF16.
  { framework: LIBRARY_DEFAULTS, set: { gradientBytes: 4 } },
  { framework: TUNED, published: false, set: { gradientBytes: 4 } },
  // The development branches' scripts (Megatron-MoE-ModelZoo, sbatch_benchmarking.sh) ask for no BF16 reduction, keep
  // main gradients in FP32 under MXFP8 too, and overlap TP communication under BF16 alone.
  { framework: DEVELOPMENT_BRANCH, sharded: false, set: { gradientBytes: 4 } },
  { framework: DEVELOPMENT_BRANCH, precision: /fp8/, set: { tpOverlap: false } },
  { framework: /Megatron/, precision: /fp16/, set: { gradientBytes: 2 } },
  // "TE" in AutoModel's table is Transformer Engine's norms, linear layers and attention, unless another one is named.
  { framework: /AutoModel/, says: /sdpa|flexattn/, set: { fa2Attention: true } },
  {
    framework: TUNED,
    set: { cudaGraphs: 'full', dispatcher: 'hybridep', fusedGroupedMlp: true, permuteFusion: true },
  },
  // Dispatcher: the one that is named, else rack-scale recipes' own, else NCCL.
  {
    moe: true,
    framework: UNTUNED,
    unless: /deepep|hybridep|allgather/,
    set: { dispatcher: 'alltoall' },
  },
  { framework: IN_HOUSE_DEEPSEEK, set: { dispatcher: 'deepep' } },
  {
    framework: DEVELOPMENT_BRANCH,
    moe: true,
    rackScale: true,
    unless: /deepep|hybridep|allgather/,
    set: { dispatcher: 'hybridep', cudaGraphs: 'scoped' },
  },
  { says: /allgather/, set: { dispatcher: 'allgather' } },
  { says: /hybridep/, set: { dispatcher: 'hybridep' } },
  { says: /deepep/, set: { dispatcher: 'deepep' } },
  // CUDA graphs; fused grouped MLPs came with full-iteration graphs.
  {
    framework: UNTUNED,
    says: /dispatcher|deepep|hybridep|a2a/,
    unless: /full-iteration|(te-scoped|partial) cuda graph|cuda graphs? router/,
    set: { cudaGraphs: 'none', fusedGroupedMlp: false },
  },
  { framework: CANONICAL, says: /hybridep/, set: { cudaGraphs: 'router' } },
  { says: /no cuda graph/, set: { cudaGraphs: 'none', fusedGroupedMlp: false } },
  { says: /cuda graphs? router/, set: { cudaGraphs: 'router' } },
  { says: /(te-scoped|partial) cuda graph/, set: { cudaGraphs: 'scoped', fusedGroupedMlp: false } },
  { says: /full-iteration/, before: '2026', set: { cudaGraphs: 'full', fusedGroupedMlp: false } },
  { says: /full-iteration/, from: '2026', set: { cudaGraphs: 'full', fusedGroupedMlp: true } },
  // Overlap of the expert exchange, of data-parallel and of tensor-parallel communication.
  { framework: UNTUNED, set: { epOverlap: false } },
  { framework: TUNED, set: { epOverlap: true } },
  // The canonical recipe of its day overlaps the exchange and captures the router; rows name what they turn off.
  { framework: CANONICAL, says: /hybridep/, set: { epOverlap: true } },
  { says: OVERLAP_ON, set: { epOverlap: true } },
  { says: /overlap:? off|overlap disabled/, set: { epOverlap: false } },
  {
    says: /all overlap disabled/,
    set: { gradReduceOverlap: false, paramGatherOverlap: false, tpOverlap: false },
  },
  // NeMo's performance recipes overlap TP communication through user buffers and reduce gradients in BF16.
  { framework: NEMO, set: { tpOverlap: true, gradientBytes: 2, fp8ParamGather: true } },
  { says: /(?:^|[^p])tp overlap off/, set: { tpOverlap: false } },
  { says: /fp32 gradients/, set: { gradientBytes: 4 } },
  { says: /data-parallel overlap off/, set: { gradReduceOverlap: false, paramGatherOverlap: false } },
  // Since pull request 2741 TorchTitan compiles whole MoE blocks, the permutation included; before it ran eagerly.
  { framework: /TorchTitan/, from: '2026-04', unless: /no torch\.compile/, set: { permuteFusion: true } },
  // Without a compiler PyTorch runs each elementwise operator of a layer by itself.
  { says: /no torch\.compile|element-wise operators unfused/, set: { fusedVectorKernels: false } },
  { says: /triton attention/, set: { fa2Attention: true } },
  // Composer's MPT blocks are plain PyTorch: every norm, activation and residual is a kernel of its own.
  { framework: /Composer/, set: { fusedVectorKernels: false } },
  // A blocking launch waits for each kernel, so no collective runs beside one.
  {
    says: /cuda_launch_blocking=1/,
    set: { gradReduceOverlap: false, paramGatherOverlap: false, epOverlap: false, tpOverlap: false },
  },
  // Before 2024 Megatron-LM reduced gradients and gathered parameters after the pass.
  {
    framework: /^Megatron-LM/,
    before: '2024-06',
    set: { gradReduceOverlap: false, paramGatherOverlap: false },
  },
  { says: /fp8 attention/, set: { fp8Attention: true } },
  { says: /without permute fusion|permute fusion off/, set: { permuteFusion: false } },
];

/** MindSpeed and AscendSpeed tables link each row's script; a flag that it lacks is off. */
function fromScriptFlags(switches: Switches, point: MeasuredPoint, text: string): void {
  if (!text.includes('script flags:')) return;
  switches.tpOverlap = text.includes('use-mc2');
  switches.flashAttention = text.includes('use-flash-attn');
  switches.gradReduceOverlap = text.includes('overlap-grad-reduce');
  switches.groupedGemm = !point.is_moe || text.includes('moe-grouped-gemm');
  switches.permuteFusion = /fused-moe-token-permute|moe-permute-fusion/.test(text);
  // Megatron's own default.
  if (!text.includes('moe-token-dispatcher-type')) switches.dispatcher = 'allgather';
  switches.fusedVectorKernels = text.includes('fused-rmsnorm');
}

function holds(rule: SwitchRule, point: MeasuredPoint, text: string, documented: boolean): boolean {
  return (
    (rule.framework === undefined || rule.framework.test(point.framework)) &&
    (rule.says === undefined || rule.says.test(text)) &&
    (rule.unless === undefined || !rule.unless.test(text)) &&
    (rule.documented === undefined || rule.documented === documented) &&
    (rule.precision === undefined || rule.precision.test((point.precision ?? '').toLowerCase())) &&
    (rule.published === undefined || rule.published === (point.model_id !== undefined)) &&
    (rule.sharded === undefined || rule.sharded === /fsdp/i.test(point.zero_fsdp ?? '')) &&
    (rule.moe === undefined || rule.moe === point.is_moe) &&
    (rule.rackScale === undefined || rule.rackScale === (point.scaleup_domain ?? 8) > 8) &&
    (rule.from === undefined || point.date >= rule.from) &&
    (rule.before === undefined || point.date < rule.before)
  );
}

/** Switches of a row without a recipe, from what its table, framework and notes state; the rest as in `base`. */
export function fromNotes(base: Switches, point: MeasuredPoint, documented: boolean): Switches {
  const text = switchText(point);
  const switches = { ...base };
  for (const rule of SWITCH_RULES)
    if (holds(rule, point, text, documented)) Object.assign(switches, rule.set);
  fromScriptFlags(switches, point, text);
  if (!switches.epOverlap) switches.commCoreShare = 0;
  return switches;
}
