import { attentionProjections, feedForwardProjections, matrixSize } from './projections';
import type { Attention, LayerKind, Model } from './types';

/** Parameters of one layer of a kind. */
interface LayerParameterCounts {
  attention: number;
  /** Dense feed-forward; 0 in an MoE layer. */
  dense: number;
  /** All routed experts together. */
  routedExperts: number;
  /** Of `routedExperts`, what one token uses. */
  activeExperts: number;
  /** Shared experts and the latent projections around the routed ones. */
  shared: number;
  router: number;
  norms: number;
}

/**
 * Parameters of a model. `total` and `active` follow the published convention: embedding and head counted once
 * each (once together when tied), the vision tower in, the MTP modules out; biases are left out.
 */
interface ParameterCounts {
  /** Index as in `model.kinds`; one layer each. */
  kinds: LayerParameterCounts[];
  embedding: number;
  /** 0 when tied to the embedding. */
  head: number;
  finalNorm: number;
  /** All MTP modules; they share the embedding and the head. */
  mtp: number;
  vision: number;
  total: number;
  /** What one token passes through; the input embedding is counted. */
  active: number;
}

/** Counts every parameter of a model (not bytes). */
export function parameterCounts(model: Model): ParameterCounts {
  const kinds = model.kinds.map((kind) => kindCounts(kind, model.hidden));
  const embedding = model.vocab * model.hidden;
  const head = model.tiedEmbeddings ? 0 : embedding;
  const rest = embedding + head + model.hidden + model.visionParameters;
  let total = rest;
  let active = rest;
  for (const index of model.layerKinds) {
    const counts = kinds[index]!;
    total += layerTotal(counts);
    active += layerTotal(counts) - counts.routedExperts + counts.activeExperts;
  }
  return {
    kinds,
    embedding,
    head,
    finalNorm: model.hidden,
    mtp: model.mtpLayers === 0 ? 0 : model.mtpLayers * mtpModule(kinds[model.mtpKind]!, model.hidden),
    vision: model.visionParameters,
    total,
    active,
  };
}

/**
 * Parameters of one layer by how they are spread over ranks: `attention` and `feedForward` (dense or shared
 * part, router, norms) are replicated over expert-parallel ranks, `routedExperts` are split among them.
 */
export function layerParameters(
  model: Model,
  kind: LayerKind,
): { attention: number; feedForward: number; routedExperts: number } {
  const counts = kindCounts(kind, model.hidden);
  const attentionNorm = kind.attention ? model.hidden : 0;
  return {
    attention: counts.attention + attentionNorm,
    feedForward: counts.dense + counts.shared + counts.router + counts.norms - attentionNorm,
    routedExperts: counts.routedExperts,
  };
}

/** Parameters of one MTP module besides its layer: the 2h × h projection and three norms. */
function mtpProjectionParameters(hidden: number): number {
  return 2 * hidden * hidden + 3 * hidden;
}

function mtpModule(layer: LayerParameterCounts, hidden: number): number {
  return layerTotal(layer) + mtpProjectionParameters(hidden);
}

function layerTotal(c: LayerParameterCounts): number {
  return c.attention + c.dense + c.routedExperts + c.shared + c.router + c.norms;
}

function kindCounts(kind: LayerKind, hidden: number): LayerParameterCounts {
  const { attention, feedForward } = kind;
  const ffn = feedForward ? feedForwardProjections(feedForward, hidden) : null;
  const common = ffn ? matrixSize(ffn.common) : 0;
  const expert = ffn ? matrixSize(ffn.expert) : 0;
  const isMoe = feedForward?.kind === 'moe';
  return {
    attention: attention
      ? matrixSize(attentionProjections(attention, hidden)) + attentionVectors(attention)
      : 0,
    dense: isMoe ? 0 : common,
    routedExperts: isMoe ? feedForward.experts * expert : 0,
    activeExperts: isMoe ? feedForward.topK * expert : 0,
    shared: isMoe ? common : 0,
    router: ffn ? matrixSize(ffn.router) : 0,
    norms: (attention ? hidden : 0) + (feedForward ? hidden : 0),
  };
}

/** Convolutions, latent norms and per-head scalars inside a token mixer. */
function attentionVectors(a: Attention): number {
  switch (a.kind) {
    case 'gqa':
      return 0;
    case 'mla':
      return a.queryRank + a.kvRank;
    case 'gated-delta':
      return a.convKernel * deltaConvolved(a) + 2 * a.valueHeads + a.valueDim;
    case 'mamba2': {
      const inner = a.heads * a.headDim;
      return a.convKernel * (inner + 2 * a.groups * a.stateDim) + 3 * a.heads + inner;
    }
  }
}

/** Channels that pass the short convolution of a gated DeltaNet: queries, keys and values. */
function deltaConvolved(a: Extract<Attention, { kind: 'gated-delta' }>): number {
  return 2 * a.keyHeads * a.keyDim + a.valueHeads * a.valueDim;
}
