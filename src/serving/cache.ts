import type { Attention, Model } from '../model';
import { INDEX_BYTES } from './constants';
import type { ServingFormat } from './types';

/** Bytes that one layer keeps of one sequence of `context` tokens: cache that grows with it, and recurrent state. */
export function layerCache(
  attention: Attention,
  context: number,
  format: ServingFormat,
): { cache: number; state: number } {
  switch (attention.kind) {
    case 'gqa': {
      const seen = Math.min(context, attention.window ?? context);
      return {
        cache: seen * attention.kvHeads * (attention.headDim + attention.valueDim) * format.cacheBytes,
        state: 0,
      };
    }
    case 'mla': {
      const width =
        attention.kvRank > 0 ? attention.kvRank + attention.ropeDim : attention.nopeDim + attention.ropeDim;
      const entries = context / attention.contextCompression;
      const index = attention.sparse ? attention.sparse.indexDim * INDEX_BYTES : 0;
      return { cache: entries * (width * format.cacheBytes + index), state: 0 };
    }
    case 'gated-delta': {
      const { keyHeads, valueHeads, keyDim, valueDim, convKernel } = attention;
      const convolved = (2 * keyHeads * keyDim + valueHeads * valueDim) * Math.max(0, convKernel - 1) * 2;
      return { cache: 0, state: valueHeads * keyDim * valueDim * format.stateBytes + convolved };
    }
    case 'mamba2': {
      const inner = attention.heads * attention.headDim;
      const convolved =
        (inner + 2 * attention.groups * attention.stateDim) * Math.max(0, attention.convKernel - 1) * 2;
      return { cache: 0, state: inner * attention.stateDim * format.stateBytes + convolved };
    }
  }
}

/** Bytes that one decoded token reads of the cache of one layer, and of its state (read and written). */
export function layerCacheRead(attention: Attention, context: number, format: ServingFormat): number {
  const { cache, state } = layerCache(attention, context, format);
  if (attention.kind !== 'mla' || !attention.sparse) return cache + 2 * state;
  const entries = context / attention.contextCompression;
  const picked = Math.min(attention.sparse.topK, entries);
  const width =
    attention.kvRank > 0 ? attention.kvRank + attention.ropeDim : attention.nopeDim + attention.ropeDim;
  return picked * width * format.cacheBytes + entries * attention.sparse.indexDim * INDEX_BYTES;
}

/** FLOPs of one decoded token in one layer's mixer beyond its weights; latent attention in its absorbed form. */
export function layerCoreFlops(attention: Attention, context: number): number {
  switch (attention.kind) {
    case 'gqa':
      return (
        2 *
        attention.heads *
        (attention.headDim + attention.valueDim) *
        Math.min(context, attention.window ?? context)
      );
    case 'mla': {
      const entries = context / attention.contextCompression;
      const seen = Math.min(entries, attention.sparse?.topK ?? entries);
      const key =
        attention.kvRank > 0 ? attention.kvRank + attention.ropeDim : attention.nopeDim + attention.ropeDim;
      const value = attention.kvRank > 0 ? attention.kvRank : attention.valueDim;
      const index = attention.sparse ? attention.sparse.indexHeads * attention.sparse.indexDim * entries : 0;
      return 2 * (attention.heads * (key + value) * seen + index);
    }
    case 'gated-delta':
      return 8 * attention.valueHeads * attention.keyDim * attention.valueDim;
    case 'mamba2':
      return 7 * attention.heads * attention.headDim * attention.stateDim;
  }
}

/** A sum over the layers of a model; blocks without a token mixer have none. */
export function overLayers(model: Model, of: (attention: Attention) => number): number {
  const perKind = model.kinds.map(({ attention }) => (attention ? of(attention) : 0));
  return model.layerKinds.reduce((sum, kind) => sum + perKind[kind], 0);
}
