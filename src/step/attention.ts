import {
  type Attention,
  type GatedDeltaNet,
  type GroupedQueryAttention,
  indexerContext,
  type LatentAttention,
  type Mamba2,
  meanContext,
} from '../model';
import {
  addAttentionCore,
  addLinear,
  addRecurrentCore,
  addVector,
  type Builder,
  PLAIN,
  RECOMPUTED,
} from './builder';
import { addGather, addHops } from './collectives';
import { hostSeconds } from './host';

/** Rate of flash attention relative to long sequences and wide heads; small grids leave cores idle. */
function coreEfficiency(x: Builder, context: number, heads: number, headDim: number): number {
  const { rates } = x;
  const saturation = (2 * context) / (2 * context + rates.attentionHalfSequence);
  const head = headDim <= 64 ? rates.constants.small_head_factor : 1;
  const blocks = x.plan.microBatch * heads * Math.ceil(x.setup.training.sequence / x.plan.cp / 128);
  const filled = rates.cores > 0 ? Math.min(1, blocks / rates.cores) : 1;
  return saturation * head * filled;
}

/** Attention without flash kernels reads and writes the score matrix several times and skips no masked half. */
function addUnfusedScores(x: Builder, heads: number, sequence: number): void {
  const bytes = 11 * heads * x.tokens * sequence;
  addVector(x, bytes, bytes, x.plan.recompute.core);
  // Scores, softmax and dropout mask (Korthikanti et al.: 5 bytes for each score), unless recomputed.
  if (!x.plan.recompute.core) x.saved += 5 * heads * x.tokens * sequence;
}

function addCore(x: Builder, heads: number, keyDim: number, valueDim: number, context: number): void {
  const flash = x.setup.stack.switches.flashAttention;
  const macs = heads * (keyDim + valueDim) * (flash ? context : 2 * context);
  addAttentionCore(
    x,
    2 * x.tokens * macs,
    coreEfficiency(x, context, heads, Math.max(keyDim, valueDim)),
    x.plan.recompute.core,
  );
  if (!flash) addUnfusedScores(x, heads, 2 * context);
}

function addGqa(x: Builder, a: GroupedQueryAttention, h: number): void {
  const { tp, recompute } = x.plan;
  const t = x.tokens;
  const heads = a.heads / tp;
  const kv = Math.max(1, a.kvHeads / tp);
  const qkv = heads * a.headDim * (a.outputGate ? 2 : 1) + kv * (a.headDim + a.valueDim);
  addLinear(x, t, qkv, h);
  addLinear(x, t, h, heads * a.valueDim);
  addVector(x, t * 4 * (heads + kv) * a.headDim, t * 4 * (heads + kv) * a.headDim, false, 3);
  addCore(x, heads, a.headDim, a.valueDim, meanContext(a, x.setup.training.sequence));
  const qkvSaved = 2 * t * qkv;
  x.saved += (recompute.core ? 0 : 2 * t * heads * a.valueDim + 4 * t * heads) + qkvSaved;
}

function addMla(x: Builder, a: LatentAttention, h: number): void {
  const { tp, recompute } = x.plan;
  const t = x.tokens;
  const heads = a.heads / tp;
  const keyDim = a.nopeDim + a.ropeDim;
  // Down-projections are replicated over TP ranks and work on the sequence-parallel shard.
  const shard = t / tp;
  if (a.queryRank > 0) {
    addLinear(x, shard, a.queryRank, h);
    addLinear(x, t, heads * keyDim, a.queryRank, recompute.mlaUp ? RECOMPUTED : PLAIN);
  } else {
    addLinear(x, t, heads * keyDim, h);
  }
  if (a.kvRank > 0) {
    addLinear(x, shard, a.kvRank + a.ropeDim, h);
    addLinear(x, t, heads * (a.nopeDim + a.valueDim), a.kvRank, recompute.mlaUp ? RECOMPUTED : PLAIN);
  } else {
    addLinear(x, shard, keyDim, h);
  }
  if (a.outputGate) addLinear(x, t, heads * a.valueDim, h);
  if (a.outputRank) {
    addLinear(x, t, a.outputRank.rank * a.outputRank.groups, (heads * a.valueDim) / a.outputRank.groups);
    addLinear(x, t, h, a.outputRank.rank * a.outputRank.groups);
  } else {
    addLinear(x, t, h, heads * a.valueDim);
  }
  // Queries, keys and values are split, rotated and joined for each head; a shared head rotates its output instead.
  const rotated = t * 3 * heads * (2 * keyDim + a.valueDim);
  addVector(x, rotated, rotated, recompute.mlaUp, 6);
  const { sequence } = x.setup.training;
  const context = meanContext(a, sequence);
  addCore(x, heads, keyDim, a.valueDim, context);
  // The indexer runs where it selects: with short sequences every position is kept and attention is dense.
  if (a.sparse && context < indexerContext(a, sequence)) {
    const macs = a.sparse.indexHeads * a.sparse.indexDim * indexerContext(a, sequence);
    addAttentionCore(x, (2 * t * macs) / tp, 1, false);
  }
  const up = 2 * t * heads * (a.kvRank > 0 ? 2 * keyDim + a.valueDim : keyDim);
  x.saved += 2 * shard * (2 * a.queryRank + 2 * a.kvRank + a.ropeDim) + (recompute.mlaUp ? 0 : up);
  x.saved += recompute.core ? 0 : 2 * t * heads * a.valueDim + 4 * t * heads;
}

/** Gated DeltaNet: projections, short convolution, chunked delta rule (chunk of 64 tokens). */
function addDelta(x: Builder, a: GatedDeltaNet, h: number): void {
  const { tp } = x.plan;
  const t = x.tokens;
  const keys = a.keyHeads / tp;
  const values = a.valueHeads / tp;
  const mix = 2 * keys * a.keyDim + values * a.valueDim;
  addLinear(x, t, mix + values * a.valueDim + 2 * values, h);
  addLinear(x, t, h, values * a.valueDim);
  const chunk = 64;
  const macs =
    values * (2 * chunk * (a.keyDim + a.valueDim) + (chunk * chunk) / 3 + 3 * a.keyDim * a.valueDim);
  addRecurrentCore(x, 2 * t * macs);
  addVector(x, t * 12 * mix, t * 18 * mix, false, 8);
  x.saved += t * (8 * mix + 6 * values * a.valueDim);
}

/** Mamba-2: projections, short convolution, chunked scan. */
function addMamba(x: Builder, a: Mamba2, h: number): void {
  const { tp } = x.plan;
  const t = x.tokens;
  const inner = (a.heads * a.headDim) / tp;
  const state = (2 * a.groups * a.stateDim) / Math.min(tp, a.groups);
  addLinear(x, t, 2 * inner + state + a.heads / tp, h);
  addLinear(x, t, h, inner);
  const chunk = 128;
  addRecurrentCore(x, 2 * t * inner * (3 * a.stateDim + chunk));
  const mix = inner + state;
  addVector(x, t * 16 * mix, t * 24 * mix, false, 8);
  // The fused scan keeps its whole input and its output; convolution and states are done again in backward.
  x.saved += 2 * t * (2 * inner + state + a.heads / tp) + 4 * t * inner;
}

/**
 * Ring attention passes keys and values around, forward and backward, and in backward their gradients beside them; each
 * hop hides under the attention of one block.
 */
function addContextParallel(x: Builder, keyValueWidth: number): void {
  const { cp, tp } = x.plan;
  if (cp <= 1) return;
  const bytes = 2 * x.tokens * keyValueWidth;
  addHops(x.cp, x.rates, cp, tp, 3 * (cp - 1), bytes);
}

function keyValueWidth(a: Attention, tp: number): number {
  if (a.kind === 'gqa') return Math.max(1, a.kvHeads / tp) * (a.headDim + a.valueDim);
  if (a.kind === 'mla')
    return a.kvRank > 0 ? (a.heads / tp) * (a.nopeDim + a.ropeDim + a.valueDim) : a.nopeDim + a.ropeDim;
  return 0;
}

/** Sequence-parallel all-gathers and reduce-scatters around one sharded block: 2 forward, 3 backward. */
export function addTensorParallel(x: Builder, collectives: number): void {
  const { tp } = x.plan;
  if (tp <= 1) return;
  addGather(x.tp, x.rates, tp, 1, 2 * x.tokens * x.setup.model.hidden, collectives);
}

const HOST_BLOCK = { gqa: 'attention', mla: 'latent', 'gated-delta': 'mixer', mamba2: 'mixer' } as const;

/** Adds one token mixer with its norm and residual. */
export function addAttention(x: Builder, a: Attention): void {
  const h = x.setup.model.hidden;
  if (a.kind === 'gqa') addGqa(x, a, h);
  else if (a.kind === 'mla') addMla(x, a, h);
  else if (a.kind === 'gated-delta') addDelta(x, a, h);
  else addMamba(x, a, h);
  addContextParallel(x, keyValueWidth(a, x.plan.tp));
  addTensorParallel(x, 5);
  x.host += hostSeconds(x, HOST_BLOCK[a.kind]);
}
