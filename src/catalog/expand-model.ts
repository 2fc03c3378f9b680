import type { Attention, FeedForward, LayerKind, Model } from '../model';
import type { FlatAttention, FlatLinearAttention, FlatModel } from './schema/model';

/**
 * An architecture in flat keys → one that names the kind of every layer. The flat form must have passed
 * `modelProblems`; a missing part here is a bug.
 */
export function expandModel(id: string, flat: FlatModel): Model {
  const kinds: LayerKind[] = [];
  const index = new Map<string, number>();
  const kindOf = (kind: LayerKind): number => {
    const key = JSON.stringify(kind);
    const known = index.get(key);
    if (known !== undefined) return known;
    index.set(key, kinds.push(kind) - 1);
    return kinds.length - 1;
  };
  const layers = flat.pattern ? patternLayers(flat, flat.pattern) : plainLayers(flat);
  const layerKinds = layers.map(kindOf);
  return {
    id,
    name: flat.name,
    hidden: flat.hidden,
    vocab: flat.vocab,
    tiedEmbeddings: flat.tied_embeddings,
    kinds,
    layerKinds,
    mtpLayers: flat.mtp_layers,
    mtpKind: kindOf(mtpLayer(flat, layers)),
    visionParameters: flat.vision_parameters,
    residualStreams: flat.residual_streams,
    published: {
      totalParameters: flat.total_parameters,
      activeParameters: flat.active_parameters,
      note: flat.parameters_note ?? '',
    },
  };
}

/** Whether any layer of the model has experts. */
export const hasExperts = (flat: FlatModel): boolean =>
  flat.pattern ? flat.pattern.includes('E') : flat.experts !== undefined;

/** Which attention layer `layer` (0-based) has: the n-th of every n is the full one, the last of its group. */
function mixer(flat: FlatModel, layer: number): Attention | null {
  const everyth = (every: number) => (layer + 1) % every === 0;
  if (
    flat.linear_attention &&
    (!flat.attention || (flat.full_attention_every && !everyth(flat.full_attention_every)))
  ) {
    return linear(flat.linear_attention);
  }
  if (!flat.attention) return null;
  const windowed = flat.sliding && !everyth(flat.sliding.full_every);
  return full(flat.attention, windowed ? flat.sliding!.window : null);
}

function plainLayers(flat: FlatModel): LayerKind[] {
  return Array.from({ length: flat.layers }, (_, layer) => ({
    attention: mixer(flat, layer),
    feedForward: isMoeLayer(flat, layer) ? moe(flat) : dense(flat),
  }));
}

/** After the leading dense layers, the last layer of every `moe_every` has experts. */
export const isMoeLayer = (flat: FlatModel, layer: number): boolean =>
  flat.experts !== undefined &&
  layer >= flat.first_dense &&
  (layer - flat.first_dense + 1) % flat.moe_every === 0;

function patternLayers(flat: FlatModel, pattern: string): LayerKind[] {
  return [...pattern].map((letter): LayerKind => {
    switch (letter) {
      case 'M':
        return { attention: linear(flat.linear_attention!), feedForward: null };
      case '*':
        return { attention: full(flat.attention!, null), feedForward: null };
      case 'E':
        return { attention: null, feedForward: moe(flat) };
      default:
        return { attention: null, feedForward: dense(flat) };
    }
  });
}

/** A multi-token-prediction module is one whole layer: the last layer's, or in a single-block hybrid `*` and `E`. */
function mtpLayer(flat: FlatModel, layers: LayerKind[]): LayerKind {
  const last = layers[layers.length - 1];
  if (!flat.pattern) return last;
  return {
    attention: flat.attention ? full(flat.attention, null) : linear(flat.linear_attention!),
    feedForward: hasExperts(flat) ? moe(flat) : flat.dense_ffn ? dense(flat) : null,
  };
}

function full(attention: FlatAttention, window: number | null): Attention {
  if (attention.kind === 'gqa') {
    return {
      kind: 'gqa',
      heads: attention.heads,
      kvHeads: attention.kv_heads,
      headDim: attention.head_dim,
      valueDim: attention.value_dim ?? attention.head_dim,
      window: window ?? attention.window,
      outputGate: attention.output_gate,
    };
  }
  const { sparse } = attention;
  return {
    kind: 'mla',
    heads: attention.heads,
    queryRank: attention.query_rank,
    kvRank: attention.kv_rank,
    nopeDim: attention.nope_dim,
    ropeDim: attention.rope_dim,
    valueDim: attention.value_dim,
    outputGate: attention.output_gate,
    sparse: sparse && { indexHeads: sparse.index_heads, indexDim: sparse.index_dim, topK: sparse.top_k },
    outputRank: attention.output_rank,
    contextCompression: attention.context_compression,
    localWindow: attention.local_window,
  };
}

function linear(attention: FlatLinearAttention): Attention {
  if (attention.kind === 'mamba2') {
    return {
      kind: 'mamba2',
      heads: attention.heads,
      headDim: attention.head_dim,
      stateDim: attention.state_dim,
      groups: attention.groups,
      convKernel: attention.conv_kernel,
    };
  }
  return {
    kind: 'gated-delta',
    keyHeads: attention.key_heads,
    valueHeads: attention.value_heads,
    keyDim: attention.key_dim,
    valueDim: attention.value_dim,
    convKernel: attention.conv_kernel,
  };
}

const dense = (flat: FlatModel): FeedForward => ({
  kind: 'dense',
  intermediate: flat.dense_ffn!,
  gated: flat.gated,
});

const moe = (flat: FlatModel): FeedForward => ({
  kind: 'moe',
  experts: flat.experts!,
  topK: flat.top_k!,
  intermediate: flat.expert_ffn!,
  sharedIntermediate: flat.shared_ffn,
  gated: flat.gated,
  latentDim: flat.latent_dim,
  maxNodes: flat.max_nodes,
  clampedActivation: flat.clamped_activation,
});
