import { catalogFlatModel, catalogIds, expandModel, type FlatModel } from '../../catalog';
import type { Model } from '../../model';
import type { MeasuredPoint } from './point';

/** Vocabulary sizes of families whose points do not print one. */
const VOCABULARIES: [RegExp, number][] = [
  [/llama3|llama-3/i, 128256],
  [/llama|mistral|mixtral|yi/i, 32000],
  [/baichuan2/i, 125696],
  [/baichuan/i, 64000],
  [/qwen/i, 151936],
  [/aquila/i, 100008],
  [/chatglm|glm/i, 65024],
  [/gemma/i, 256000],
  [/bloom/i, 250880],
  [/internlm/i, 103168],
  [/nemotron/i, 256000],
  [/deepseek/i, 102400],
  [/minicpm/i, 122753],
];

/** Sliding windows of families whose points do not print one. */
const WINDOWS: [RegExp, number][] = [[/mistral-7b/i, 4096]];

function vocabulary(point: MeasuredPoint): number {
  return point.vocab ?? VOCABULARIES.find(([family]) => family.test(point.model))?.[1] ?? 51200;
}

/** Models with plain two-matrix feed-forward layers. */
function isGated(point: MeasuredPoint): boolean {
  return !/^(gpt|mpt|bloom|turing|megatron|nemotron4|gpt-3|codegeex|opt)/i.test(point.model);
}

function withCounts(flat: FlatModel, point: MeasuredPoint): FlatModel {
  const layers = point.n_layers ?? flat.layers;
  const changed = layers !== flat.layers || (point.hidden !== undefined && point.hidden !== flat.hidden);
  return {
    ...flat,
    layers,
    pattern: layers === flat.layers ? flat.pattern : flat.pattern?.slice(0, layers),
    first_dense: changed
      ? (point.first_dense_layers ?? Math.min(flat.first_dense, layers))
      : flat.first_dense,
    vocab: point.vocab ?? flat.vocab,
    experts: point.n_experts ?? flat.experts,
    top_k: point.top_k ?? flat.top_k,
    expert_ffn: flat.latent_dim === null ? (point.moe_ffn_hidden ?? flat.expert_ffn) : flat.expert_ffn,
    mtp_layers: mtpLayers(point, flat.mtp_layers),
  };
}

/** MTP modules that the run trained: the recipe's word, else the notes', else the model's. */
function mtpLayers(point: MeasuredPoint, published: number): number {
  if (point.recipe) return point.recipe.mtp_num_layers ?? 0;
  const text = `${point.model} ${point.notes ?? ''}`.toLowerCase();
  if (/mtp ?0|w\/o mtp|without mtp|no mtp/.test(text)) return 0;
  if (/mtp ?1|with mtp/.test(text)) return 1;
  return /hai-llm|mtp/i.test(`${point.framework} ${point.metric_basis ?? ''}`) ? published : 0;
}

function fromFields(point: MeasuredPoint): FlatModel | string {
  const { n_layers: layers, hidden, n_heads: heads } = point;
  if (!layers || !hidden || !heads)
    return 'the architecture is not published (layers, hidden size or heads missing)';
  const moe = point.is_moe && point.n_experts !== undefined && point.top_k !== undefined;
  const expert = point.moe_ffn_hidden ?? point.ffn_hidden;
  if (moe && !expert) return 'the size of an expert is not published';
  return {
    name: point.model,
    layers,
    hidden,
    vocab: vocabulary(point),
    tied_embeddings: !isGated(point),
    mtp_layers: mtpLayers(point, 0),
    attention: attention(point, hidden, heads),
    dense_ffn: point.ffn_hidden ?? 4 * hidden,
    first_dense: point.first_dense_layers ?? 0,
    moe_every: 1,
    experts: moe ? point.n_experts : undefined,
    top_k: moe ? point.top_k : undefined,
    expert_ffn: moe ? expert : undefined,
    shared_ffn: moe ? (point.n_shared_experts ?? 0) * (expert ?? 0) : 0,
    latent_dim: null,
    max_nodes: null,
    gated: isGated(point),
    clamped_activation: false,
    vision_parameters: 0,
    residual_streams: 1,
    total_parameters: null,
    active_parameters: null,
    training_tokens: null,
    training_sequence: null,
  };
}

function attention(point: MeasuredPoint, hidden: number, heads: number): NonNullable<FlatModel['attention']> {
  const headDim = point.head_dim ?? Math.round(hidden / heads);
  if (point.attn_type === 'MLA') {
    return {
      kind: 'mla',
      heads,
      query_rank: 1536,
      kv_rank: 512,
      nope_dim: 128,
      rope_dim: 64,
      value_dim: 128,
      output_gate: false,
      sparse: null,
      output_rank: null,
      context_compression: 1,
      local_window: 0,
    };
  }
  return {
    kind: 'gqa',
    heads,
    kv_heads: point.n_kv_heads ?? heads,
    head_dim: headDim,
    window: WINDOWS.find(([family]) => family.test(point.model))?.[1] ?? null,
    output_gate: false,
  };
}

/** The catalog entry first, the point's own fields on top. */
function publishedArchitecture(point: MeasuredPoint): Model | string {
  if (point.model_id && catalogIds('models').includes(point.model_id)) {
    return expandModel(point.model_id, withCounts(catalogFlatModel(point.model_id), point));
  }
  const flat = fromFields(point);
  return typeof flat === 'string' ? flat : expandModel(point.id, flat);
}

/** Frameworks that trained the model with parallel transformer blocks in place of the published serial ones. */
const PARALLEL_BLOCKS = /^MegaScale(?!-MoE)/;

/** The architecture that a point trained, with what its framework changed in it; or why it cannot be known. */
export function architectureOf(point: MeasuredPoint): Model | string {
  const model = publishedArchitecture(point);
  if (typeof model === 'string' || !PARALLEL_BLOCKS.test(point.framework)) return model;
  return { ...model, kinds: model.kinds.map((kind) => ({ ...kind, parallel: true })) };
}
