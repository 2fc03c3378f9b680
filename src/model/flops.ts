import { indexerContext, meanContext } from './context';
import { attentionProjections, feedForwardProjections, matrixSize } from './projections';
import type { Attention, FeedForward, LayerKind, Model } from './types';

/** A multiply-add is two FLOPs; forward, input gradient and weight gradient are one pass each. */
const FLOPS_PER_MULTIPLY_ADD = 6;

/**
 * Model FLOPs per token of training: forward and backward, causal attention halved, no recompute, router, head
 * and MTP modules included, the embedding look-up and a vision tower not. Convention of Megatron-LM's
 * num_floating_point_operations, with the router added.
 *
 * @param sequence tokens per sequence
 */
export function modelFlopsPerToken(model: Model, sequence: number): number {
  const perKind = model.kinds.map((kind) => layerMultiplyAdds(kind, model.hidden, sequence));
  let sum = model.hidden * model.vocab;
  for (const index of model.layerKinds) sum += perKind[index]!;
  if (model.mtpLayers > 0) sum += model.mtpLayers * mtpMultiplyAdds(model, perKind[model.mtpKind]!);
  return FLOPS_PER_MULTIPLY_ADD * sum;
}

/** Forward multiply-adds per token of one layer; model FLOPs of training are six times this. */
function layerMultiplyAdds(kind: LayerKind, hidden: number, sequence: number): number {
  const attention = kind.attention
    ? matrixSize(attentionProjections(kind.attention, hidden)) + coreMultiplyAdds(kind.attention, sequence)
    : 0;
  return attention + (kind.feedForward ? feedForwardMultiplyAdds(kind.feedForward, hidden) : 0);
}

/**
 * Forward multiply-adds per token of a token mixer beyond its weight matrices: scores and values, the indexer,
 * convolution and state updates (conventions of Megatron-LM for gated DeltaNet and Mamba-2).
 */
function coreMultiplyAdds(attention: Attention, sequence: number): number {
  const context = meanContext(attention, sequence);
  switch (attention.kind) {
    case 'gqa':
      return attention.heads * (attention.headDim + attention.valueDim) * context;
    case 'mla': {
      const core = attention.heads * (attention.nopeDim + attention.ropeDim + attention.valueDim) * context;
      const index = attention.sparse ? attention.sparse.indexHeads * attention.sparse.indexDim : 0;
      return core + index * indexerContext(attention, sequence);
    }
    case 'gated-delta': {
      const { keyHeads, valueHeads, keyDim, valueDim, convKernel } = attention;
      return (
        convKernel * (2 * keyHeads * keyDim + valueHeads * valueDim) + 4 * valueHeads * keyDim * valueDim
      );
    }
    case 'mamba2':
      return 3.5 * attention.heads * attention.headDim * attention.stateDim;
  }
}

/** Forward multiply-adds per token of a feed-forward block, with top-k of the routed experts. */
function feedForwardMultiplyAdds(feedForward: FeedForward, hidden: number): number {
  const { expert, common, router } = feedForwardProjections(feedForward, hidden);
  const topK = feedForward.kind === 'moe' ? feedForward.topK : 0;
  return topK * matrixSize(expert) + matrixSize(common) + matrixSize(router);
}

function mtpMultiplyAdds(model: Model, layer: number): number {
  return layer + 2 * model.hidden * model.hidden + model.hidden * model.vocab;
}
