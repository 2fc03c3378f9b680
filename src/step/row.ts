import { layerParameters, type LayerKind, type Model } from '../model';
import { addAttention, exposedShareOfContext } from './attention';
import { addLinear, addVector, type Builder, resetBuilder, WORK } from './builder';
import { addDense, addMoe } from './feed-forward';
import { addLanes, hostStretch, hostStretchSlope, LANES, laneSum, LATENCY, OUT, UP } from './lanes';
import { addGather } from './collectives';

/** Columns of one row of the layer table: one layer (or stage end) of one micro-batch on one rank. */
export const COLUMN = {
  /** Lanes of forward, input-gradient and weight-gradient seconds, exposed communication and host included. */
  F: 0,
  B: LANES,
  W: 2 * LANES,
  /** Their totals. */
  FORWARD: 3 * LANES,
  BACKWARD: 3 * LANES + 1,
  WEIGHT: 3 * LANES + 2,
  /** Saved activation bytes of one micro-batch; largest temporary bytes. */
  SAVED: 3 * LANES + 3,
  WORKSPACE: 3 * LANES + 4,
  /** Parameters on the rank: replicated over experts' data parallelism, and routed experts. */
  DENSE_PARAMETERS: 3 * LANES + 5,
  EXPERT_PARAMETERS: 3 * LANES + 6,
  /** Seconds by cause: compute, exposed scale-up and scale-out, host beyond the GPU's time. */
  COMPUTE: 3 * LANES + 7,
  EXPOSED_UP: 3 * LANES + 8,
  EXPOSED_OUT: 3 * LANES + 9,
  HOST: 3 * LANES + 10,
  WORK: 3 * LANES + 11,
} as const;
export const COLUMNS = COLUMN.WORK + WORK.length;

const gpu = new Float64Array(LANES);
const exposed = new Float64Array(LANES);

/** Norms and residual adds around a block pair, per token: 20 h forward and 24 h backward for the whole layer. */
function addNorms(x: Builder, kind: LayerKind): void {
  const h = x.setup.model.hidden;
  const shard = x.tokens / x.plan.tp;
  const blocks = (kind.attention ? 1 : 0) + (kind.feedForward ? 1 : 0);
  addVector(x, shard * 10 * h * blocks, shard * 12 * h * blocks, x.plan.recompute.norm);
  // Saved: the input of each norm, and its output (as FP8 copies when linear layers run in FP8).
  const output = x.rates.lowPrecision ? 1 : 2;
  x.saved += shard * h * blocks * (2 + (x.plan.recompute.norm ? 0 : output));
}

function layerParametersOnRank(x: Builder, kind: LayerKind): { dense: number; experts: number } {
  const { tp, ep, etp } = x.plan;
  const p = layerParameters(x.setup.model, kind);
  return { dense: (p.attention + p.feedForward) / tp, experts: p.routedExperts / (ep * etp) };
}

/** Communication that stays visible: TP minus its overlap, CP beyond attention, EP beyond the other micro-batch. */
function exposeCommunication(x: Builder): void {
  const c = x.rates.constants;
  const { switches } = x.setup.stack;
  exposed.fill(0);
  addLanes(exposed, x.tp, switches.tpOverlap ? 1 - c.tp_overlap : 1);
  addLanes(exposed, x.cp, exposedShareOfContext(x));
  addLanes(exposed, x.etp);
  const total = laneSum(x.ep);
  if (total <= 0) return;
  if (!switches.epOverlap) {
    addLanes(exposed, x.ep);
    return;
  }
  const compute = laneSum(gpu);
  const least = (1 - c.ep_overlap) * total;
  if (least >= total - c.ep_overlap * compute) addLanes(exposed, x.ep, 1 - c.ep_overlap);
  else {
    addLanes(exposed, x.ep);
    addLanes(exposed, gpu, -c.ep_overlap);
  }
}

/** Overlapped expert exchange takes `share` of the cores and memory system while it lasts. */
function slowOverlapped(x: Builder, share: number): void {
  const exchange = laneSum(x.ep);
  const compute = laneSum(x.f) + laneSum(x.b) + laneSum(x.w);
  if (exchange <= 0) return;
  if (exchange < compute) {
    addLanes(x.f, x.ep, share / 3);
    addLanes(x.b, x.ep, (2 * share) / 3);
    return;
  }
  for (const lanes of [x.f, x.b, x.w]) addLanes(lanes, lanes, share);
}

/** Writes the finished lanes: recompute joined to backward, slowdown, exposed communication, host stretch. */
function finishRow(x: Builder, out: Float64Array, at: number): void {
  const { switches } = x.setup.stack;
  const full = x.plan.recompute.full;
  if (full > 0) {
    // Full recompute runs the forward pass again and keeps only the layer's input.
    for (let i = 0; i < LANES; i++) x.r[i] = full * x.f[i] + (1 - full) * x.r[i];
    addLanes(x.tp, x.tp, 0.4 * full);
    addLanes(x.ep, x.ep, 0.5 * full);
    x.work[WORK.indexOf('recompute')] += full * laneSum(x.f);
    const input = (2 * x.tokens * x.setup.model.hidden) / x.plan.tp;
    x.workspace += full * x.saved;
    x.saved = full * input + (1 - full) * x.saved;
  }
  addLanes(x.b, x.r);
  if (switches.epOverlap) slowOverlapped(x, switches.commCoreShare + x.rates.constants.ep_contention);
  gpu.fill(0);
  addLanes(gpu, x.f);
  addLanes(gpu, x.b);
  addLanes(gpu, x.w);
  const compute = laneSum(gpu);
  exposeCommunication(x);
  const exposedTotal = laneSum(exposed);
  addLanes(gpu, exposed);
  // A third of the collectives is in forward, the rest in backward.
  addLanes(x.f, exposed, 0.4);
  addLanes(x.b, exposed, 0.6);

  const total = laneSum(gpu);
  const ratio = total > 0 ? x.host / total : 0;
  const stretch = hostStretch(ratio);
  const slope = hostStretchSlope(ratio);
  for (const [lanes, column] of [[x.f, COLUMN.F], [x.b, COLUMN.B], [x.w, COLUMN.W]] as const) {
    const part = laneSum(lanes);
    for (let i = 0; i < LANES; i++) {
      const hostLane = i === LATENCY ? x.host / total : 0;
      const change = total > 0 ? hostLane - (ratio * gpu[i]) / total : 0;
      out[at + column + i] = lanes[i] * stretch + part * slope * change;
    }
  }
  out[at + COLUMN.FORWARD] = laneSum(x.f) * stretch;
  out[at + COLUMN.BACKWARD] = laneSum(x.b) * stretch;
  out[at + COLUMN.WEIGHT] = laneSum(x.w) * stretch;
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
  x.work[WORK.indexOf('tp')] = laneSum(x.tp);
  x.work[WORK.indexOf('cp')] = laneSum(x.cp);
  x.work[WORK.indexOf('ep')] = laneSum(x.ep);
  x.work[WORK.indexOf('etp')] = laneSum(x.etp);
}

/** One transformer layer of kind `kind` under the builder's plan. */
export function writeLayerRow(x: Builder, kind: LayerKind, out: Float64Array, at: number): void {
  resetBuilder(x);
  addNorms(x, kind);
  if (kind.attention) addAttention(x, kind.attention);
  if (kind.feedForward?.kind === 'dense') addDense(x, kind.feedForward);
  else if (kind.feedForward?.kind === 'moe') addMoe(x, kind.feedForward);
  noteCommunication(x);
  finishRow(x, out, at);
  const parameters = layerParametersOnRank(x, kind);
  out[at + COLUMN.DENSE_PARAMETERS] = parameters.dense;
  out[at + COLUMN.EXPERT_PARAMETERS] = parameters.experts;
}

/** Embedding lookup and its scattered gradient; vision tower parameters live here too. */
export function writeEmbeddingRow(x: Builder, out: Float64Array, at: number): void {
  resetBuilder(x);
  const { model } = x.setup;
  const shard = x.tokens / x.plan.tp;
  addVector(x, 4 * shard * model.hidden, 8 * shard * model.hidden, false);
  if (model.visionParameters > 0) addVision(x, model);
  finishRow(x, out, at);
  out[at + COLUMN.DENSE_PARAMETERS] = (model.vocab * model.hidden + model.visionParameters) / x.plan.tp;
  out[at + COLUMN.EXPERT_PARAMETERS] = 0;
}

/** A vision tower as 2 FLOPs a parameter for each text token's share of image tokens (one image token a text token). */
function addVision(x: Builder, model: Model): void {
  const width = Math.sqrt(model.visionParameters / 12);
  addLinear(x, x.tokens / x.plan.tp, 12 * width, width);
}

/** Output head with cross-entropy, BF16; vocabulary-parallel over TP. */
export function writeHeadRow(x: Builder, out: Float64Array, at: number): void {
  resetBuilder(x);
  const { model } = x.setup;
  const { tp } = x.plan;
  const vocab = model.vocab / tp;
  addLinear(x, x.tokens, vocab, model.hidden, { bf16: true });
  addVector(x, 10 * x.tokens * vocab, 12 * x.tokens * vocab, false);
  if (tp > 1) addGather(x.tp, x.rates, tp, 1, 2 * x.tokens * model.hidden, 3);
  x.saved += 2 * x.tokens * vocab + (2 * x.tokens * model.hidden) / tp;
  x.workspace = 4 * x.tokens * vocab;
  noteCommunication(x);
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
