import { catalogIds, catalogModel } from '../../catalog';
import type { GroupedQueryAttention, LatentAttention, Model, MoeFeedForward } from '../../model';
import {
  attentionSeconds,
  gemmSeconds,
  groupedGradientSeconds,
  groupedSeconds,
  vectorSeconds,
  weightGradientSeconds,
} from './seconds';
import type { KernelCurves, LayerPoint } from './types';

/** Seconds so far; `known` falls when a curve is missing. */
interface Tally {
  curves: KernelCurves;
  seconds: number;
  known: boolean;
}

function add(t: Tally, seconds: number | null): void {
  if (seconds === null) t.known = false;
  else t.seconds += seconds;
}

function vector(t: Tally, op: string, bytes: number): void {
  add(t, vectorSeconds(t.curves, op, bytes));
}

function bothWays(t: Tally, op: string, forward: number, backward: number): void {
  vector(t, `${op}-forward`, forward);
  vector(t, `${op}-backward`, backward);
}

/** Forward, input gradient and weight gradient of a linear layer. */
function linear(t: Tally, rows: number, n: number, k: number): void {
  add(t, gemmSeconds(t.curves, rows, n, k) + gemmSeconds(t.curves, rows, k, n));
  add(t, weightGradientSeconds(t.curves, rows, n, k));
}

interface Core {
  heads: number;
  key: number;
  value: number;
}

function projections(t: Tally, a: GroupedQueryAttention | LatentAttention, h: number, rows: number): Core {
  if (a.kind === 'gqa') {
    const width = (a.heads + 2 * a.kvHeads) * a.headDim;
    linear(t, rows, width, h);
    bothWays(t, 'rope', 4 * rows * width, 4 * rows * width);
    return { heads: a.heads, key: a.headDim, value: a.valueDim };
  }
  const key = a.nopeDim + a.ropeDim;
  linear(t, rows, a.queryRank, h);
  linear(t, rows, a.kvRank + a.ropeDim, h);
  linear(t, rows, a.heads * key, a.queryRank);
  linear(t, rows, a.heads * (a.nopeDim + a.valueDim), a.kvRank);
  const low = rows * (a.queryRank + a.kvRank);
  bothWays(t, 'add-norm', 4 * low, 6 * low);
  const width = rows * a.heads * (2 * key + a.valueDim);
  bothWays(t, 'rope', 4 * width, 4 * width);
  return { heads: a.heads, key, value: a.valueDim };
}

function experts(t: Tally, ff: MoeFeedForward, h: number, rows: number, local: number): void {
  const f = ff.intermediate;
  linear(t, rows, local, h);
  // Rows go out to their experts and come back weighted; the backward of each is the other's forward.
  bothWays(t, 'permute', 2 * (ff.topK + 1) * rows * h, 2 * (ff.topK + 1) * rows * h);
  bothWays(t, 'unpermute', 2 * (ff.topK + 1) * rows * h, 2 * (2 * ff.topK + 2) * rows * h);
  const each = (rows * ff.topK) / local;
  for (const [n, k] of [
    [2 * f, h],
    [h, f],
  ]) {
    add(t, groupedSeconds(t.curves, local, each, n, k));
    add(t, groupedSeconds(t.curves, local, each, k, n));
    add(t, groupedGradientSeconds(t.curves, local, each, n, k));
  }
  bothWays(t, 'swiglu', 6 * rows * ff.topK * f, 10 * rows * ff.topK * f);
  const shared = ff.sharedIntermediate;
  if (shared === 0) return;
  linear(t, rows, 2 * shared, h);
  linear(t, rows, h, shared);
  bothWays(t, 'swiglu', 6 * rows * shared, 10 * rows * shared);
}

/** The MoE layer kind of a model that the measuring script can build, or null. */
function moeLayer(model: Model) {
  for (const { attention, feedForward } of model.kinds) {
    if (feedForward?.kind !== 'moe') continue;
    if (attention?.kind === 'gqa' || attention?.kind === 'mla') return { attention, feedForward };
  }
  return null;
}

/**
 * Seconds of the layer that tests/device/measure.py builds, operation by operation from the kernel curves: no constant
 * here was fitted to a layer. Null where the catalog or the curves lack what it takes.
 */
export function layerSeconds(curves: KernelCurves, point: LayerPoint): number | null {
  if (!catalogIds('models').includes(point.model)) return null;
  const model = catalogModel(point.model);
  const layer = moeLayer(model);
  if (!layer) return null;
  const { tokens: rows, sequence } = point;
  const h = model.hidden;
  const t: Tally = { curves, seconds: 0, known: true };
  const { heads, key, value } = projections(t, layer.attention, h, rows);
  const flops = rows * heads * sequence * (key + value);
  for (const [way, share] of [
    ['forward', 1],
    ['backward', 2.5],
  ] as const) {
    add(t, attentionSeconds(curves, way, key, value, point.backend, sequence, share * flops));
  }
  linear(t, rows, h, heads * value);
  // One norm alone (4 B an element forward), one with the residual before it (8 B).
  bothWays(t, 'add-norm', 12 * rows * h, 14 * rows * h);
  experts(t, layer.feedForward, h, rows, point.local_experts);
  // The outputs are added to the residual; backward, the gradients of the norm's readers meet.
  const readers = layer.feedForward.sharedIntermediate > 0 ? 3 : 2;
  vector(t, 'copy', (2 + 2 * readers) * rows * h);
  vector(t, 'copy', 6 * readers * rows * h);
  return t.known ? t.seconds : null;
}
