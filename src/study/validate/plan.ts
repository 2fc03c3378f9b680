import type { Model } from '../../model';
import { type Plan, recomputeName, type Schedule } from '../../step';
import type { MeasuredPoint } from './point';
import { IN_HOUSE_DEEPSEEK } from './switch-rules';

const PART_WORDS: [RegExp, string][] = [
  [/layernorm|rmsnorm|\bnorm/, 'norm'],
  [/moe_act|swiglu|(^|[ ,:+])act\b/, 'act'],
  [/mla[_ ]up/, 'mla-up'],
  [/core_attn|sequence parallel/, 'core'],
  [/\bmoe\b(?!_)/, 'moe'],
  [/\bmlp\b/, 'mlp'],
];

/**
 * PyTorch's per-operator checkpointing (torchtitan, "save the output of all compute ops, except every second mm"): of
 * q, k, v, o, gate, up and down it multiplies k, o and up again, which is this share of their arithmetic. A compiler
 * may decide otherwise (the policy is "prefer", which torch.compile's partitioner overrides), and mostly keeps them.
 */
const EVERY_SECOND_PRODUCT = 0.4;

function recomputeOf(point: MeasuredPoint, layers: number): Pick<Plan, 'recompute' | 'recomputeShare'> {
  const { recipe } = point;
  const text = (
    recipe
      ? [recipe.recompute_granularity, ...(recipe.recompute_modules ?? [])].join(' ')
      : (point.recompute ?? 'none')
  ).toLowerCase();
  const full = recipe ? recipe.recompute_granularity === 'full' : /\bfull\b/.test(text);
  if (full) {
    const block = recipe?.recompute_num_layers ?? Number(/block layers=(\d+)/.exec(text)?.[1] ?? Number.NaN);
    const perStage = layers / (point.pp ?? 1);
    return { recompute: 'full', recomputeShare: Number.isFinite(block) ? Math.min(1, block / perStage) : 1 };
  }
  if (/every (?:other|second) layer/.test(text)) return { recompute: 'full', recomputeShare: 0.5 };
  const parts = PART_WORDS.filter(([pattern]) => pattern.test(text)).map(([, part]) => part);
  if (parts.length === 0 && /per-op/.test(text)) {
    if (!point.is_moe && /no torch\.compile/i.test(point.notes ?? ''))
      return { recompute: 'full', recomputeShare: EVERY_SECOND_PRODUCT };
    parts.push('norm', 'act');
    // Products and exchanges of experts are not among the operators that it keeps: of 4.9 MB a token Qwen3-30B-A3B
    // holds 1.7 MB under it, 1.2 MB compiled, which is its attention (TorchTitan pull request 4605).
    if (point.is_moe) parts.push('moe');
  }
  return { recompute: recomputeName(parts), recomputeShare: 1 };
}

/** Interleaving is stated by these trainers' papers, but not its depth: one layer a chunk where the layers allow it. */
const INTERLEAVED_FRAMEWORK = /Parallel Folding|^Meta internal/;
const INTERLEAVED = /\binterleaved 1f1b\b/i;
/** Megatron-LM interleaves since the paper that introduced it (arXiv 2104.04473); its successors print the depth. */
const INTERLEAVED_MEGATRON = { framework: /^Megatron-LM$/, before: '2022' };

function interleaves({ framework, date, notes }: MeasuredPoint): boolean {
  const early = INTERLEAVED_MEGATRON.framework.test(framework) && date < INTERLEAVED_MEGATRON.before;
  return early || INTERLEAVED_FRAMEWORK.test(framework) || INTERLEAVED.test(notes ?? '');
}

function virtualStages(point: MeasuredPoint, layers: number, pp: number): number {
  if (point.vpp) return point.vpp;
  if (pp <= 1 || !interleaves(point)) return 1;
  for (const extra of [0, 2, 1]) if ((layers + extra) % pp === 0) return Math.max(1, (layers + extra) / pp);
  return 1;
}

function sharding(point: MeasuredPoint, pp: number): Pick<Plan, 'zero' | 'shardGroup'> {
  const text = (point.zero_fsdp ?? '').toLowerCase();
  if (point.recipe?.use_megatron_fsdp || (text.includes('fsdp') && !/fsdp=0|no reshard/.test(text))) {
    if (pp > 1) return { zero: 1, shardGroup: 0 };
    const group = Number(/(?:fsdp2?|shard(?: group)?) (\d+)/.exec(text)?.[1] ?? 0);
    return { zero: 3, shardGroup: group };
  }
  if (text === 'none' || text === 'none stated') return { zero: 0, shardGroup: 0 };
  return { zero: 1, shardGroup: 0 };
}

/** Accumulation that the source prints beside its local batch happens around the pipeline, which drains each time. */
function drainsOf({ notes }: MeasuredPoint, pp: number): Pick<Plan, 'drains'> {
  const printed = pp > 1 ? Number(/\bLBS \d+, GA (\d+)/.exec(notes ?? '')?.[1] ?? 1) : 1;
  return printed > 1 ? { drains: printed } : {};
}

function expertParallel(point: MeasuredPoint, model: Model, dp: number): number {
  if (point.ep) return point.ep;
  const moe = model.kinds.find((kind) => kind.feedForward?.kind === 'moe')?.feedForward;
  if (moe?.kind !== 'moe') return 1;
  // FSDP rows without a printed EP spread the experts over the shard group.
  return /fsdp/i.test(point.zero_fsdp ?? '') ? Math.min(moe.experts, dp) : 1;
}

/** Megatron learned to fold expert ranks apart from attention ranks at the end of 2024. */
const FOLDING_FROM = '2025';
const MEGATRON = /Megatron|NeMo(?! AutoModel)|MindSpeed/i;

function isUnfolded({ notes, framework, date }: MeasuredPoint): boolean {
  if (/method MCore\b(?!\+)/.test(notes ?? '')) return true;
  return MEGATRON.test(framework) && date < FOLDING_FROM;
}

/** The plan that a point ran, or what is missing. */
export function planOf(point: MeasuredPoint, model: Model, ranks: number): Plan | string {
  const { tp = 1, pp = 1, cp = 1 } = point;
  const dp = point.dp ?? ranks / (tp * pp * cp);
  if (!Number.isInteger(dp) || dp < 1) return `TP ${tp} × PP ${pp} × CP ${cp} does not divide ${ranks} ranks`;
  const layers = model.layerKinds.length;
  const vpp = virtualStages(point, layers, pp);
  const schedule: Schedule =
    IN_HOUSE_DEEPSEEK.test(point.framework) && pp > 1
      ? 'dualpipe'
      : vpp > 1 && pp > 1
        ? 'interleaved'
        : '1f1b';
  const ep = expertParallel(point, model, dp);
  const group = (tp * cp * dp) / ep;
  // Expert tensor parallelism where printed. Before parallel folding, experts were split like the attention.
  const unfolded = isUnfolded(point);
  const etp = point.etp ?? (unfolded && group >= tp ? tp : 1);
  if (group < etp) return `EP ${ep} × ETP ${etp} exceeds the ${tp * cp * dp} ranks of a stage`;
  return {
    tp,
    pp,
    cp,
    dp,
    ep,
    etp,
    vpp: schedule === 'interleaved' ? vpp : 1,
    microBatch: point.mbs ?? 1,
    schedule,
    ...drainsOf(point, pp),
    ...sharding(point, pp),
    ...recomputeOf(point, layers),
  };
}
