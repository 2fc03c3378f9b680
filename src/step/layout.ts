import { layerParameters, type Model } from '../model';
import { flightLimit, type LayoutShape } from './schedule';

/**
 * How the layers lie on the pipeline ranks. A rank type is a vector of counts over the rows of a table set (layer
 * kinds, embedding, head, MTP); ranks with equal counts share a type.
 */
export interface PipelineLayout {
  /** Distinct rank types × rows, row-major. */
  counts: Float64Array;
  types: number;
  rows: number;
  /** The counts that are not zero, type by type: those of type q are numbers `starts[q]` to `starts[q + 1]` − 1. */
  starts: Int32Array;
  /** Row and count of each. */
  row: Int32Array;
  count: Float64Array;
  /** First rank of each type (the one with most micro-batches in flight), and how many ranks share it. */
  firstRank: Int32Array;
  multiplicity: Int32Array;
  /** Of each type's first rank: most micro-batches in flight, and whole transformer layers. */
  flight: Float64Array;
  layers: Float64Array;
}

/** Relative cost of a layer kind, the head and an MTP module: parameters that a token meets. */
function weights(model: Model): { kinds: number[]; head: number; mtp: number } {
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
 * Contiguous split with the smallest heaviest chunk (ends weighed in), by bisection on that weight. No chunk is left
 * without a layer where there are enough; the last may hold head and MTP alone, as published layouts do.
 */
function balancedSplit(model: Model, chunks: number): number[] {
  const w = weights(model);
  const layer = model.layerKinds.map((k) => w.kinds[k]);
  const end = w.head + model.mtpLayers * w.mtp;
  const fill = (cap: number): number[] | null => {
    const split = new Array<number>(chunks).fill(0);
    let chunk = chunks - 1;
    let load = end;
    for (let i = layer.length - 1; i >= 0; i--) {
      // Of the layers left, this one included, each chunk before this one needs one.
      if (load > 0 && (load + layer[i] > cap || (i < chunk && layer.length >= chunks))) {
        chunk--;
        load = 0;
        if (chunk < 0) return null;
      }
      split[chunk]++;
      load += layer[i];
    }
    return split;
  };
  const total = layer.reduce((a, b) => a + b, end);
  let low = total / chunks;
  let high = total;
  for (let i = 0; i < 40; i++) {
    const middle = (low + high) / 2;
    if (fill(middle)) high = middle;
    else low = middle;
  }
  return fill(high * (1 + 1e-9)) ?? fill(total) ?? [];
}

/** Transformer layers of each chunk in order, those of MTP modules apart; `layerSplit(…).length` chunks. */
export function layerSplit(model: Model, pp: number, vpp: number, shape: LayoutShape): number[] {
  const chunks = shape === 'v' ? 2 * pp : shape === 'bidirectional' ? pp : pp * vpp;
  return evenSplit(model.layerKinds.length, chunks) ?? balancedSplit(model, chunks);
}

/** Counts over the rows of a table set (layer kinds, embedding, head, MTP) of each chunk, in the order of the model. */
export function chunkCounts(model: Model, pp: number, vpp: number, shape: LayoutShape): Float64Array[] {
  const split = layerSplit(model, pp, vpp, shape);
  const rows = model.kinds.length + 3;
  const chunks: Float64Array[] = [];
  let layer = 0;
  for (const layers of split) {
    const counts = new Float64Array(rows);
    for (let j = 0; j < layers; j++) counts[model.layerKinds[layer++]]++;
    chunks.push(counts);
  }
  chunks[0][rows - 3] += 1;
  const last = chunks[chunks.length - 1];
  last[rows - 2] += 1 + model.mtpLayers;
  last[rows - 1] += model.mtpLayers;
  last[model.mtpKind] += model.mtpLayers;
  return chunks;
}

function buildLayout(model: Model, pp: number, vpp: number, shape: LayoutShape): PipelineLayout {
  const perChunk = chunkCounts(model, pp, vpp, shape);
  const chunks = perChunk.length;
  const rows = model.kinds.length + 3;
  const ranks: Float64Array[] = [];
  for (let r = 0; r < pp; r++) {
    const counts = new Float64Array(rows);
    const add = (chunk: number, factor: number) => {
      for (let k = 0; k < rows; k++) counts[k] += factor * perChunk[chunk][k];
    };
    if (shape === 'v') {
      add(r, 1);
      add(chunks - 1 - r, 1);
    } else if (shape === 'bidirectional') {
      // Each rank holds stages r and p − 1 − r and works on half of the micro-batches of each direction.
      add(r, 0.5);
      add(chunks - 1 - r, 0.5);
    } else {
      for (let v = 0; v < vpp; v++) add(r + v * pp, 1);
    }
    ranks.push(counts);
  }
  return distinct(ranks, rows, (rank) => flightLimit(shape, pp, vpp, rank));
}

function distinct(ranks: Float64Array[], rows: number, flight: (rank: number) => number): PipelineLayout {
  const keys = new Map<string, number>();
  const first: number[] = [];
  const multiplicity: number[] = [];
  const counts: number[] = [];
  ranks.forEach((rank, r) => {
    const key = rank.join();
    const known = keys.get(key);
    if (known !== undefined) {
      multiplicity[known]++;
      return;
    }
    keys.set(key, first.length);
    first.push(r);
    multiplicity.push(1);
    counts.push(...rank);
  });
  return {
    counts: Float64Array.from(counts),
    types: first.length,
    rows,
    ...nonZero(counts, first.length, rows),
    firstRank: Int32Array.from(first),
    multiplicity: Int32Array.from(multiplicity),
    flight: Float64Array.from(first, flight),
    // Without embedding, head and MTP, the last three rows.
    layers: Float64Array.from(first, (r) => ranks[r].subarray(0, rows - 3).reduce((a, b) => a + b, 0)),
  };
}

function nonZero(counts: readonly number[], types: number, rows: number) {
  const starts = [0];
  const row: number[] = [];
  const count: number[] = [];
  for (let q = 0; q < types; q++) {
    for (let k = 0; k < rows; k++) {
      if (counts[q * rows + k] === 0) continue;
      row.push(k);
      count.push(counts[q * rows + k]);
    }
    starts.push(row.length);
  }
  return { starts: Int32Array.from(starts), row: Int32Array.from(row), count: Float64Array.from(count) };
}

const cache = new WeakMap<Model, Map<string, PipelineLayout>>();

/**
 * Layout of a model on pp ranks with vpp chunks each. Even where the layers divide (also with embedding and head
 * counted as layers); else the contiguous split whose heaviest chunk is lightest. 'v' folds 2·pp chunks (DualPipeV),
 * 'bidirectional' puts stage i and pp − 1 − i on one rank (DualPipe).
 */
export function pipelineLayout(model: Model, pp: number, vpp: number, shape: LayoutShape): PipelineLayout {
  let layouts = cache.get(model);
  if (!layouts) {
    layouts = new Map();
    cache.set(model, layouts);
  }
  const key = `${pp},${vpp},${shape}`;
  const known = layouts.get(key);
  if (known) return known;
  const layout = buildLayout(model, pp, vpp, shape);
  layouts.set(key, layout);
  return layout;
}
