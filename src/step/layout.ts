import type { Model } from '../model';
import { layerSplit, layoutRows, splitCounts } from './layer-split';
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

function buildLayout(
  model: Model,
  pp: number,
  vpp: number,
  shape: LayoutShape,
  split: readonly number[],
): PipelineLayout {
  const chunkCounts = splitCounts(model, split);
  const chunks = split.length;
  const rows = layoutRows(model);
  const ranks = new Float64Array(pp * rows);
  const add = (rank: number, chunk: number, factor: number) => {
    for (let k = 0; k < rows; k++) ranks[rank * rows + k] += factor * chunkCounts[chunk * rows + k];
  };
  for (let r = 0; r < pp; r++) {
    if (shape === 'v') {
      add(r, r, 1);
      add(r, chunks - 1 - r, 1);
    } else if (shape === 'bidirectional') {
      // Each rank holds stages r and p − 1 − r and works on half of the micro-batches of each direction.
      add(r, r, 0.5);
      add(r, chunks - 1 - r, 0.5);
    } else {
      for (let v = 0; v < vpp; v++) add(r, r + v * pp, 1);
    }
  }
  return distinct(ranks, rows, (rank) => flightLimit(shape, pp, vpp, rank));
}

function distinct(ranks: Float64Array, rows: number, flight: (rank: number) => number): PipelineLayout {
  const first: number[] = [];
  const multiplicity: number[] = [];
  const counts: number[] = [];
  const alike = (type: number, rank: number): boolean => {
    for (let k = 0; k < rows; k++) if (counts[type * rows + k] !== ranks[rank * rows + k]) return false;
    return true;
  };
  for (let rank = 0; rank * rows < ranks.length; rank++) {
    // Neighbours are the likeliest to be alike.
    let type = first.length - 1;
    while (type >= 0 && !alike(type, rank)) type--;
    if (type >= 0) multiplicity[type]++;
    else {
      first.push(rank);
      multiplicity.push(1);
      for (let k = 0; k < rows; k++) counts.push(ranks[rank * rows + k]);
    }
  }
  // Without embedding, head and MTP, the last three rows.
  const layersOf = (rank: number) => {
    let layers = 0;
    for (let k = 0; k < rows - 3; k++) layers += ranks[rank * rows + k];
    return layers;
  };
  return {
    counts: Float64Array.from(counts),
    types: first.length,
    rows,
    ...nonZero(counts, first.length, rows),
    firstRank: Int32Array.from(first),
    multiplicity: Int32Array.from(multiplicity),
    flight: Float64Array.from(first, flight),
    layers: Float64Array.from(first, layersOf),
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

/** The layouts of a model by what they are asked by, and in what the layouts of another one can be the same. */
interface Known {
  structure: string;
  layouts: Map<string, PipelineLayout>;
}

const known = new WeakMap<Model, Known>();

/**
 * Layouts by how the layers follow one another and are split: a model with other widths or experts, the next value of
 * an input that is moved, mostly has the same. The oldest go first.
 */
const shared = new Map<string, PipelineLayout>();
const MOST_SHARED = 1024;

function knownOf(model: Model): Known {
  const found = known.get(model);
  if (found) return found;
  const { kinds, layerKinds, mtpKind, mtpLayers } = model;
  const made = { structure: `${kinds.length} ${layerKinds} ${mtpKind} ${mtpLayers}`, layouts: new Map() };
  known.set(model, made);
  return made;
}

/**
 * Layout of a model on pp ranks with vpp chunks each. Even where the layers divide (also with embedding and head
 * counted as layers); else the contiguous split whose heaviest chunk is lightest. 'v' folds 2·pp chunks (DualPipeV),
 * 'bidirectional' puts stage i and pp − 1 − i on one rank (DualPipe).
 */
export function pipelineLayout(model: Model, pp: number, vpp: number, shape: LayoutShape): PipelineLayout {
  const { structure, layouts } = knownOf(model);
  const asked = `${pp},${vpp},${shape}`;
  const own = layouts.get(asked);
  if (own) return own;
  const split = layerSplit(model, pp, vpp, shape);
  const key = `${asked} ${split} ${structure}`;
  const layout = shared.get(key) ?? buildLayout(model, pp, vpp, shape, split);
  layouts.set(asked, layout);
  shared.set(key, layout);
  const [oldest] = shared.keys();
  if (shared.size > MOST_SHARED) shared.delete(oldest);
  return layout;
}
