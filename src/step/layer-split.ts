import { layerParameters, type Model } from '../model';
import type { LayoutShape } from './schedule';

/** Relative cost of a layer kind, the head and an MTP module: parameters that a token meets. */
export function layerWeights(model: Model): { kinds: number[]; head: number; mtp: number } {
  const kinds = model.kinds.map((kind) => {
    const p = layerParameters(model, kind);
    const ff = kind.feedForward;
    return p.attention + p.feedForward + (ff?.kind === 'moe' ? (p.routedExperts * ff.topK) / ff.experts : 0);
  });
  const head = model.vocab * model.hidden;
  return { kinds, head, mtp: kinds[model.mtpKind] + head + 2 * model.hidden * model.hidden };
}

/** Layers per chunk when they are dealt evenly, or evenly with the ends counted as one layer each; else null. */
function evenSplit(layers: number, chunks: number): number[] | null {
  for (const [first, last] of [
    [0, 0],
    [1, 1],
    [0, 1],
  ] as const) {
    if ((layers + first + last) % chunks !== 0) continue;
    const each = (layers + first + last) / chunks;
    if (each - (chunks === 1 ? first + last : 1) < 0) continue;
    const split = new Array<number>(chunks).fill(each);
    split[0] -= first;
    split[chunks - 1] -= last;
    return split;
  }
  return null;
}

/**
 * Deals layers to chunks from the last to the first, each filled up to `cap`; `end` lies in the last. Fills `split`, and
 * tells whether all layers found a place.
 */
function deal(split: Int32Array, layers: Float64Array, end: number, cap: number): boolean {
  const { length } = layers;
  const chunks = split.length;
  const enough = length >= chunks;
  let chunk = chunks - 1;
  let load = end;
  let count = 0;
  for (let i = length - 1; i >= 0; i--) {
    const layer = layers[i];
    // Of the layers left, this one included, each chunk before this one needs one.
    if (load > 0 && (load + layer > cap || (i < chunk && enough))) {
      split[chunk--] = count;
      if (chunk < 0) return false;
      load = 0;
      count = 0;
    }
    count++;
    load += layer;
  }
  split[chunk] = count;
  for (let c = 0; c < chunk; c++) split[c] = 0;
  return true;
}

/**
 * Contiguous split with the smallest heaviest chunk (ends weighed in), by bisection on that weight. No chunk is left
 * without a layer where there are enough; the last may hold head and MTP alone, as published layouts do.
 */
function balancedSplit(model: Model, chunks: number): number[] {
  const w = layerWeights(model);
  const layers = Float64Array.from(model.layerKinds, (kind) => w.kinds[kind]);
  const end = w.head + model.mtpLayers * w.mtp;
  const split = new Int32Array(chunks);
  const total = layers.reduce((a, b) => a + b, end);
  let low = total / chunks;
  let high = total;
  for (let i = 0; i < 40; i++) {
    const middle = (low + high) / 2;
    if (deal(split, layers, end, middle)) high = middle;
    else low = middle;
  }
  return deal(split, layers, end, high * (1 + 1e-9)) || deal(split, layers, end, total) ? [...split] : [];
}

/** Transformer layers of each chunk in order, those of MTP modules apart; `layerSplit(…).length` chunks. */
export function layerSplit(model: Model, pp: number, vpp: number, shape: LayoutShape): number[] {
  const chunks = shape === 'v' ? 2 * pp : shape === 'bidirectional' ? pp : pp * vpp;
  return evenSplit(model.layerKinds.length, chunks) ?? balancedSplit(model, chunks);
}

/** Rows of a table set that a chunk or a rank has counts of: layer kinds, embedding, head, MTP. */
export const layoutRows = (model: Model): number => model.kinds.length + 3;

/** Counts over the rows of each chunk of a split, in the order of the model, one chunk after the other. */
export function splitCounts(model: Model, split: readonly number[]): Float64Array {
  const { layerKinds, mtpKind, mtpLayers } = model;
  const rows = layoutRows(model);
  const counts = new Float64Array(split.length * rows);
  let layer = 0;
  for (let chunk = 0; chunk < split.length; chunk++) {
    for (let j = 0; j < split[chunk]; j++) counts[chunk * rows + layerKinds[layer++]]++;
  }
  counts[rows - 3] += 1;
  const last = counts.length - rows;
  counts[last + rows - 2] += 1 + mtpLayers;
  counts[last + rows - 1] += mtpLayers;
  counts[last + mtpKind] += mtpLayers;
  return counts;
}

/** The same for the chunks of a pipeline, each by itself. */
export function chunkCounts(model: Model, pp: number, vpp: number, shape: LayoutShape): Float64Array[] {
  const split = layerSplit(model, pp, vpp, shape);
  const rows = layoutRows(model);
  const counts = splitCounts(model, split);
  return split.map((_, chunk) => counts.subarray(chunk * rows, (chunk + 1) * rows));
}
