import type { LayerKind } from '../model';
import { addAttention } from './attention';
import { addLinear, addVector, BF16, type Builder, loadBuilt, resetBuilder, saveBuilt } from './builder';
import { addGather } from './collectives';
import { EXCHANGES, FORWARD_SHARE } from './exchanges';
import { addDense, addMoe } from './feed-forward';
import { addLanes, FLOPS, hostStretch, hostStretchSlope, LANES, LATENCY, laneSum, OUT, UP } from './lanes';
import { WORK } from './work';

/** Columns of one row of the layer table: one layer (or stage end) of one micro-batch on one rank. */
export const COLUMN = {
  /** Lanes of one pass (forward, input and weight gradient), exposed communication and host included. */
  LANES: 0,
  /** Their total. */
  SECONDS: LANES,
  /** Saved activation bytes of one micro-batch; largest temporary bytes. */
  SAVED: LANES + 1,
  WORKSPACE: LANES + 2,
  /** Parameters on the rank: replicated over experts' data parallelism, and routed experts. */
  DENSE_PARAMETERS: LANES + 3,
  EXPERT_PARAMETERS: LANES + 4,
  /** Seconds by cause: compute, exposed scale-up and scale-out, host beyond the GPU's time. */
  COMPUTE: LANES + 5,
  EXPOSED_UP: LANES + 6,
  EXPOSED_OUT: LANES + 7,
  HOST: LANES + 8,
  WORK: LANES + 9,
} as const;
export const COLUMNS = COLUMN.WORK + WORK.length;

const [RECOMPUTE, TP, CP, EP, ETP] = (['recompute', 'tp', 'cp', 'ep', 'etp'] as const).map((work) =>
  WORK.indexOf(work),
);

const gpu = new Float64Array(LANES);
const exposed = new Float64Array(LANES);
const hidden = new Float64Array(LANES);

/** The engines' own fill costs more than these few stores. */
function clear(lanes: Float64Array): void {
  for (let i = 0; i < LANES; i++) lanes[i] = 0;
}

/**
 * Bytes of hyper-connections as operators of their own, on FP32 streams, over those of fused kernels: element-wise
 * kernels of 2.8 ms forward and 6.3 to 6.9 ms backward for 4,096 tokens of four streams of 4,096 channels on MI355X
 * (Primus, published trace of one DeepSeek-V4-Flash layer).
 */
const UNFUSED_STREAMS = 10;

/**
 * Hyper-connections keep n residual streams: each block reads them for its mixing coefficients, joins them to its input
 * and writes all of them back, 4n + 2 vectors in BF16 with fused kernels against the 3 of a plain residual (mHC, arXiv
 * 2512.24880, section 4.3.1); backward twice that. The streams are saved for each block.
 */
function addHyperConnections(x: Builder, shard: number, blocks: number): void {
  const { hidden, residualStreams: n } = x.setup.model;
  if (n <= 1) return;
  // What other vector work loses unfused is part of the rate already.
  const more = x.setup.stack.switches.fusedVectorKernels
    ? 1
    : UNFUSED_STREAMS / x.rates.constants.unfused_vector;
  const bytes = more * shard * blocks * 2 * (4 * n - 1) * hidden;
  addVector(x, bytes, 2 * bytes, false, 4 * blocks);
  x.saved += shard * blocks * 2 * (n - 1) * hidden;
}

/** Norms and residual adds around a block pair, per token: 20 h forward and 24 h backward for the whole layer. */
function addNorms(x: Builder, kind: LayerKind): void {
  const h = x.setup.model.hidden;
  const shard = x.tokens / x.plan.tp;
  const blocks = kind.parallel ? 1 : (kind.attention ? 1 : 0) + (kind.feedForward ? 1 : 0);
  addVector(x, shard * 10 * h * blocks, shard * 12 * h * blocks, x.plan.recompute.norm, 2 * blocks);
  addHyperConnections(x, shard, blocks);
  // Saved: the input of each norm, and its output (as FP8 copies when linear layers run in FP8).
  const output = x.rates.lowPrecision ? 1 : 2;
  x.saved += shard * h * blocks * (2 + (x.plan.recompute.norm ? 0 : output));
}

/** Share of attention's time under which context-parallel sends can hide; a tenth of them stays visible anyway. */
export const CONTEXT_WINDOW = 0.8;
export const CONTEXT_LEAST = 0.1;

/** Adds what attention does not hide of the context-parallel exchange; `hidden` takes the rest. */
function exposeContext(x: Builder): void {
  const total = laneSum(x.cp);
  clear(hidden);
  if (total <= 0) return;
  if (CONTEXT_LEAST * total >= total - CONTEXT_WINDOW * x.attentionCore) {
    addLanes(exposed, x.cp, CONTEXT_LEAST);
    addLanes(hidden, x.cp, 1 - CONTEXT_LEAST);
  } else {
    addLanes(exposed, x.cp);
    hidden[FLOPS] = CONTEXT_WINDOW * x.attentionCore;
    exposed[FLOPS] -= hidden[FLOPS];
  }
}

/**
 * Communication that stays visible: TP minus its overlap, CP beyond attention, EP beyond the other micro-batch's
 * compute. Compute that already hides context-parallel sends hides no expert exchange.
 */
function exposeCommunication(x: Builder): void {
  const c = x.rates.constants;
  const { switches } = x.setup.stack;
  clear(exposed);
  addLanes(exposed, x.tp, switches.tpOverlap ? 1 - c.tp_overlap : 1);
  exposeContext(x);
  addLanes(exposed, x.etp);
  const total = laneSum(x.ep);
  if (total <= 0) return;
  if (!switches.epOverlap) addLanes(exposed, x.ep);
  else if (laneSum(gpu) - laneSum(hidden) >= total) addLanes(exposed, x.ep, 1 - c.ep_overlap);
  else {
    addLanes(exposed, x.ep);
    addLanes(exposed, gpu, -c.ep_overlap);
    addLanes(exposed, hidden, c.ep_overlap);
  }
}

/** Overlapped expert exchange takes `share` of the cores and memory system while it lasts. */
function slowOverlapped(x: Builder, share: number): void {
  const exchange = laneSum(x.ep);
  const compute = laneSum(x.f) + laneSum(x.b);
  if (exchange <= 0) return;
  if (exchange < compute) {
    addLanes(x.b, x.ep, share);
    return;
  }
  addLanes(x.f, x.f, share);
  addLanes(x.b, x.b, share);
}

/**
 * Writes the finished lanes: recompute joined to backward, slowdown, exposed communication, host stretch. Full
 * recompute covers transformer layers (`full` is the share of them); embedding, head and projections run once.
 */
function finishRow(x: Builder, out: Float64Array, at: number, full = 0): void {
  const { switches } = x.setup.stack;
  if (full > 0) {
    // Full recompute runs the forward pass again and keeps only the layer's input.
    for (let i = 0; i < LANES; i++) x.r[i] = full * x.f[i] + (1 - full) * x.r[i];
    for (const name of EXCHANGES) addLanes(x[name], x[name], FORWARD_SHARE[name] * full);
    x.work[RECOMPUTE] += full * laneSum(x.f);
    const input = (2 * x.tokens * x.setup.model.hidden) / x.plan.tp;
    x.workspace += full * x.saved;
    x.saved = full * input + (1 - full) * x.saved;
  }
  noteCommunication(x);
  addLanes(x.b, x.r);
  if (switches.epOverlap) slowOverlapped(x, switches.commCoreShare + x.rates.constants.ep_contention);
  clear(gpu);
  addLanes(gpu, x.f);
  addLanes(gpu, x.b);
  const compute = laneSum(gpu);
  exposeCommunication(x);
  const exposedTotal = laneSum(exposed);
  addLanes(gpu, exposed);
  const total = laneSum(gpu);
  const ratio = total > 0 ? x.host / total : 0;
  const stretch = hostStretch(ratio);
  const slope = hostStretchSlope(ratio);
  for (let i = 0; i < LANES; i++) {
    // d(total·ρ(host/total)): the GPU's lanes stretched, and the change of the stretch itself.
    out[at + COLUMN.LANES + i] = gpu[i] * (stretch - ratio * slope) + (i === LATENCY ? x.host * slope : 0);
  }
  out[at + COLUMN.SECONDS] = total * stretch;
  out[at + COLUMN.SAVED] = x.saved;
  out[at + COLUMN.WORKSPACE] = x.workspace;
  out[at + COLUMN.COMPUTE] = compute;
  const cross = exposed[UP] + exposed[OUT];
  const upShare = cross > 0 ? Math.max(0, Math.min(1, exposed[UP] / cross)) : 1;
  out[at + COLUMN.EXPOSED_UP] = exposedTotal * upShare;
  out[at + COLUMN.EXPOSED_OUT] = exposedTotal * (1 - upShare);
  out[at + COLUMN.HOST] = total * (stretch - 1);
  for (let i = 0; i < WORK.length; i++) out[at + COLUMN.WORK + i] = x.work[i];
}

function noteCommunication(x: Builder): void {
  x.work[TP] = laneSum(x.tp);
  x.work[CP] = laneSum(x.cp);
  x.work[EP] = laneSum(x.ep);
  x.work[ETP] = laneSum(x.etp);
}

/** Norms and token mixer of a layer kind: what no expert parallelism changes. Noted in `mixers` at `mixer` for `writeLayerRow`. */
export function buildMixer(x: Builder, index: number, mixers: Float64Array, mixer: number): void {
  const kind = x.setup.model.kinds[index];
  resetBuilder(x);
  addNorms(x, kind);
  if (kind.attention) addAttention(x, kind.attention);
  saveBuilt(x, mixers, mixer);
}

/** One transformer layer of kind number `index` under the builder's plan, on top of its norms and mixer. */
export function writeLayerRow(
  x: Builder,
  index: number,
  mixers: Float64Array,
  mixer: number,
  out: Float64Array,
  at: number,
): void {
  const kind = x.setup.model.kinds[index];
  loadBuilt(x, mixers, mixer);
  if (kind.feedForward?.kind === 'dense') addDense(x, kind.feedForward);
  else if (kind.feedForward?.kind === 'moe') addMoe(x, kind.feedForward);
  // A parallel block gathers and scatters once for both halves.
  if (kind.parallel) addLanes(x.tp, x.tp, -0.5);
  finishRow(x, out, at, x.plan.recompute.full);
  const { attention, feedForward, routedExperts } = x.parameters[index];
  const { tp, ep, etp } = x.plan;
  out[at + COLUMN.DENSE_PARAMETERS] = (attention + feedForward) / tp;
  out[at + COLUMN.EXPERT_PARAMETERS] = routedExperts / (ep * etp);
}

/** Embedding lookup and its scattered gradient; vision tower parameters live here too. */
export function writeEmbeddingRow(x: Builder, out: Float64Array, at: number): void {
  resetBuilder(x);
  const { model } = x.setup;
  const shard = x.tokens / x.plan.tp;
  addVector(x, 4 * shard * model.hidden, 8 * shard * model.hidden, false);
  finishRow(x, out, at);
  out[at + COLUMN.DENSE_PARAMETERS] = (model.vocab * model.hidden + model.visionParameters) / x.plan.tp;
  out[at + COLUMN.EXPERT_PARAMETERS] = 0;
}

/** Output head with cross-entropy, BF16; vocabulary-parallel over TP. */
export function writeHeadRow(x: Builder, out: Float64Array, at: number): void {
  resetBuilder(x);
  const { model } = x.setup;
  const { tp } = x.plan;
  const vocab = model.vocab / tp;
  addLinear(x, x.tokens, vocab, model.hidden, BF16);
  // Without the fused loss: FP32 logits, their exponentials and an FP32 gradient beside the BF16 ones, 16 bytes in all.
  const plain = x.setup.stack.switches.fusedCrossEntropy ? 0 : 1;
  addVector(x, (6 + 32 * plain) * x.tokens * vocab, (4 + 10 * plain) * x.tokens * vocab, false);
  if (tp > 1) addGather(x.tp, x.rates, tp, 1, 2 * x.tokens * model.hidden, 3);
  x.saved += (2 + 8 * plain) * x.tokens * vocab + (2 * x.tokens * model.hidden) / tp;
  x.workspace = (4 + 2 * plain) * x.tokens * vocab;
  finishRow(x, out, at);
  out[at + COLUMN.DENSE_PARAMETERS] = model.tiedEmbeddings ? 0 : (model.vocab * model.hidden) / tp;
  out[at + COLUMN.EXPERT_PARAMETERS] = 0;
}

/** What a multi-token-prediction module adds to its layer and head: two norms and a 2h → h projection. */
export function writeMtpRow(x: Builder, out: Float64Array, at: number): void {
  resetBuilder(x);
  const { model } = x.setup;
  const { tp } = x.plan;
  addLinear(x, x.tokens, model.hidden / tp, 2 * model.hidden);
  addVector(x, (16 * x.tokens * model.hidden) / tp, (20 * x.tokens * model.hidden) / tp, false);
  x.saved += (6 * x.tokens * model.hidden) / tp;
  finishRow(x, out, at);
  out[at + COLUMN.DENSE_PARAMETERS] = (2 * model.hidden * model.hidden) / tp;
  out[at + COLUMN.EXPERT_PARAMETERS] = 0;
}
