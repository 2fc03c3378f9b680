import { BUILT, type Builder } from './builder';
import { EXCHANGES, FORWARD_SHARE } from './exchanges';
import { laneSum, OUT, UP } from './lanes';
import { chunkCounts } from './layer-split';
import { recomputeFlags } from './recompute';
import {
  buildMixer,
  COLUMN,
  COLUMNS,
  CONTEXT_LEAST,
  CONTEXT_WINDOW,
  writeEmbeddingRow,
  writeHeadRow,
  writeLayerRow,
  writeMtpRow,
} from './row';
import { layoutShape } from './schedule';
import type { LayerTable } from './table';
import type { Plan } from './types';

/** Passes of a micro-batch through a chunk; backward stands for the input gradient and what is recomputed before it. */
export const PASSES = ['forward', 'backward', 'weight_gradient'] as const;

/** Seconds of one pass: what the compute stream does and waits for, then each exchange's transfers. */
export const PASS_PART = { COMPUTE: 0, WAIT_UP: 1, WAIT_OUT: 2, HOST: 3, EXCHANGE: 4 } as const;
/** Of each exchange, from PASS_PART.EXCHANGE on: hidden under compute and exposed, over scale-up and over scale-out. */
export const TRANSFER = { HIDDEN_UP: 0, HIDDEN_OUT: 1, EXPOSED_UP: 2, EXPOSED_OUT: 3 } as const;
export const TRANSFERS = 4;
export const PASS_PARTS = PASS_PART.EXCHANGE + TRANSFERS * EXCHANGES.length;
/** A chunk's passes stand one after another. */
export const CHUNK_PARTS = PASS_PARTS * PASSES.length;

const FORWARD = 0;
const BACKWARD = 1;
const WEIGHTS = 2;

const row = new Float64Array(COLUMNS);

/** Share of a lane vector's seconds on the scale-up fabric; its latency goes with its bytes. */
function upShare(lanes: Float64Array): number {
  const cross = lanes[UP] + lanes[OUT];
  return cross > 0 ? Math.max(0, Math.min(1, lanes[UP] / cross)) : 1;
}

/** Exposed seconds of each exchange of the row just written; they sum to what the row exposes. */
function exposures(x: Builder): number[] {
  const { switches } = x.setup.stack;
  const tp = laneSum(x.tp) * (switches.tpOverlap ? 1 - x.rates.constants.tp_overlap : 1);
  const context = laneSum(x.cp);
  const cp = Math.max(CONTEXT_LEAST * context, context - CONTEXT_WINDOW * x.attentionCore);
  const etp = laneSum(x.etp);
  const all = row[COLUMN.EXPOSED_UP] + row[COLUMN.EXPOSED_OUT];
  return [tp, cp, Math.max(0, all - tp - cp - etp), etp];
}

/** Adds `count` times the passes of the row just written to `out` at `at`. Their sum is the row's seconds. */
function addRowPasses(x: Builder, count: number, sends: number, full: number, out: Float64Array, at: number) {
  const weights = Math.min(x.weightGradient, laneSum(x.b));
  const compute = [laneSum(x.f), laneSum(x.b) - weights, weights];
  const total = laneSum(x.f) + laneSum(x.b);
  const waits = [0, 0, 0];
  const exchange = laneSum(x.ep);
  // Recomputation runs forward's exchanges again; of the three collectives around the head one is forward's.
  const once = (share: number) => share / (1 + share * full);
  const forwardShare = [
    once(sends),
    once(FORWARD_SHARE.cp),
    exchange > 0 ? x.exchangeForward / exchange : 0,
    once(FORWARD_SHARE.etp),
  ];
  const exposed = exposures(x);
  [x.tp, x.cp, x.ep, x.etp].forEach((lanes, e) => {
    const seconds = laneSum(lanes);
    if (seconds <= 0) return;
    const up = upShare(lanes);
    const hidden = Math.max(0, seconds - exposed[e]);
    for (const pass of [FORWARD, BACKWARD]) {
      const share = pass === FORWARD ? forwardShare[e] : 1 - forwardShare[e];
      // Expert exchange hides under another micro-batch's passes, wherever there is compute.
      const covered = EXCHANGES[e] === 'ep' && total > 0 ? compute[pass] / (compute[0] + compute[1]) : share;
      const to = at + pass * PASS_PARTS + PASS_PART.EXCHANGE + e * TRANSFERS;
      out[to + TRANSFER.HIDDEN_UP] += count * hidden * covered * up;
      out[to + TRANSFER.HIDDEN_OUT] += count * hidden * covered * (1 - up);
      out[to + TRANSFER.EXPOSED_UP] += count * exposed[e] * share * up;
      out[to + TRANSFER.EXPOSED_OUT] += count * exposed[e] * share * (1 - up);
      out[at + pass * PASS_PARTS + PASS_PART.WAIT_UP] += count * exposed[e] * share * up;
      out[at + pass * PASS_PARTS + PASS_PART.WAIT_OUT] += count * exposed[e] * share * (1 - up);
      waits[pass] += exposed[e] * share;
    }
  });
  const visible = total + waits[FORWARD] + waits[BACKWARD];
  const stretch = visible > 0 ? row[COLUMN.SECONDS] / visible - 1 : 0;
  for (const pass of [FORWARD, BACKWARD, WEIGHTS]) {
    out[at + pass * PASS_PARTS + PASS_PART.COMPUTE] += count * compute[pass];
    out[at + pass * PASS_PARTS + PASS_PART.HOST] += count * (compute[pass] + waits[pass]) * stretch;
  }
}

/** Passes of a micro-batch through each chunk of the pipeline, CHUNK_PARTS seconds a chunk, from the table's own rows. */
export function chunkPasses(table: LayerTable, plan: Plan): { chunks: number; seconds: Float64Array } {
  const { setup, builder: x, kinds } = table;
  const { model, training } = setup;
  const counts = chunkCounts(model, plan.pp, plan.vpp, layoutShape(plan.schedule));
  const seconds = new Float64Array(counts.length * CHUNK_PARTS);
  const recompute = recomputeFlags(plan);
  const { tp, cp, ep, etp, microBatch } = plan;
  x.plan = { tp, cp, ep, etp, microBatch, recompute };
  x.tokens = (microBatch * training.sequence) / cp;
  const mixer = new Float64Array(BUILT);
  for (let k = 0; k < kinds + 3; k++) {
    if (k < kinds) {
      buildMixer(x, k, mixer, 0);
      writeLayerRow(x, k, mixer, 0, row, 0);
    } else if (k === kinds) writeEmbeddingRow(x, row, 0);
    else if (k === kinds + 1) writeHeadRow(x, row, 0);
    else writeMtpRow(x, row, 0);
    const sends = k === kinds + 1 ? 1 / 3 : FORWARD_SHARE.tp;
    const full = k < kinds ? recompute.full : 0;
    counts.forEach((chunk, c) => {
      if (chunk[k] > 0) addRowPasses(x, chunk[k], sends, full, seconds, c * CHUNK_PARTS);
    });
  }
  return { chunks: counts.length, seconds };
}

/** Seconds of the compute stream in one pass. */
export function passSeconds(seconds: Float64Array, chunk: number, pass: number): number {
  const at = chunk * CHUNK_PARTS + pass * PASS_PARTS;
  return (
    seconds[at + PASS_PART.COMPUTE] +
    seconds[at + PASS_PART.WAIT_UP] +
    seconds[at + PASS_PART.WAIT_OUT] +
    seconds[at + PASS_PART.HOST]
  );
}
