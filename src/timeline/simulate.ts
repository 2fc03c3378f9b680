import type { Schedule } from '../step';
import { BACKWARD, FORWARD, type Order, rankOrder, WEIGHT_GRADIENT } from './order';

/** A pipeline as the simulation sees it. Seconds. */
export interface Pipeline {
  schedule: Schedule;
  pp: number;
  vpp: number;
  chunks: number;
  /** Of each chunk: forward, input gradient, weight gradient. */
  pass: Float64Array;
  send: number;
  /** When each rank may begin. */
  ready: Float64Array;
  /** All ranks end each pass together (interleaved only). */
  lockstep: boolean;
}

/** Passes of all ranks, rank after rank in the order of the schedule. */
export interface Passes {
  /** First pass of each rank, and their number at the end. */
  first: Int32Array;
  pass: Uint8Array;
  chunk: Int32Array;
  microBatch: Int32Array;
  start: Float64Array;
  end: Float64Array;
  /** When the result's send to another rank begins; NaN where it stays. */
  sent: Float64Array;
  /** When the last rank ends its last pass. */
  seconds: number;
}

function join(orders: Order[]): Passes {
  const count = orders.reduce((sum, order) => sum + order.pass.length, 0);
  const passes: Passes = {
    first: new Int32Array(orders.length + 1),
    pass: new Uint8Array(count),
    chunk: new Int32Array(count),
    microBatch: new Int32Array(count),
    start: new Float64Array(count),
    end: new Float64Array(count),
    sent: new Float64Array(count).fill(Number.NaN),
    seconds: 0,
  };
  let at = 0;
  orders.forEach((order, rank) => {
    passes.first[rank] = at;
    passes.pass.set(order.pass, at);
    passes.chunk.set(order.chunk, at);
    passes.microBatch.set(order.microBatch, at);
    at += order.pass.length;
  });
  passes.first[orders.length] = at;
  return passes;
}

/** The passes of all ranks in their order, not yet timed; and which of them are paired with the next. */
export function joinedPasses(
  { schedule, pp, vpp }: Pipeline,
  m: number,
): { passes: Passes; paired: Uint8Array } {
  const orders = Array.from({ length: pp }, (_, rank) => rankOrder(schedule, pp, vpp, m, rank));
  return { passes: join(orders), paired: Uint8Array.from(orders.flatMap((order) => order.paired)) };
}

/**
 * Runs m micro-batches through the pipeline. Each rank takes its passes in the order of the schedule, each as soon as
 * its input is there; results leave through one port a rank, one after another, beside the passes.
 *
 * The order of events is the order of the data: a rank is advanced as far as its inputs allow, then the ranks that got
 * one from it. Throws where an order can't be run, which is a bug.
 */
export function simulate(pipeline: Pipeline, m: number): Passes {
  const { schedule, pp, vpp, chunks, pass: seconds, send, ready } = pipeline;
  const { passes, paired } = joinedPasses(pipeline, m);
  // When the input of each chunk, and the gradient of its output, is there for a micro-batch; NaN: not yet.
  const input = new Float64Array(chunks * m).fill(Number.NaN);
  const gradient = new Float64Array(chunks * m).fill(Number.NaN);
  input.fill(0, 0, m);
  const free = Float64Array.from(ready);
  const port = new Float64Array(pp);
  const next = passes.first.slice(0, pp);
  const waiting = Array.from({ length: pp }, (_, rank) => rank);
  const queued = new Uint8Array(pp).fill(1);
  // Streams that enter at the last rank have their chunks on the ranks from there.
  const turned = schedule === 'dualpipe' && pp > 1 ? Math.ceil(m / 2) : m;
  const rankOf = (chunk: number, microBatch: number): number => {
    if (schedule === 'dualpipev' && pp > 1) return chunk < pp ? chunk : 2 * pp - 1 - chunk;
    return microBatch < turned ? chunk % pp : pp - 1 - chunk;
  };
  const availableAt = (i: number): number => {
    const at = passes.chunk[i] * m + passes.microBatch[i];
    if (passes.pass[i] === FORWARD) return input[at];
    return passes.pass[i] === WEIGHT_GRADIENT ? 0 : gradient[at];
  };
  const lasts = (i: number): number => {
    const at = 3 * passes.chunk[i];
    return passes.pass[i] === BACKWARD ? seconds[at + 1] + seconds[at + 2] : seconds[at + passes.pass[i]];
  };
  const deliver = (i: number, rank: number, done: number, leaves: number) => {
    const pass = passes.pass[i];
    if (pass === WEIGHT_GRADIENT) return;
    const chunk = passes.chunk[i];
    const microBatch = passes.microBatch[i];
    const to = pass === FORWARD ? chunk + 1 : chunk - 1;
    if (to < 0) return;
    if (to === chunks) {
      gradient[chunk * m + microBatch] = done;
      return;
    }
    const other = rankOf(to, microBatch);
    let there = done;
    if (other !== rank) {
      passes.sent[i] = Math.max(leaves, port[rank]);
      port[rank] = passes.sent[i] + send;
      there = Math.max(done, port[rank]);
      if (queued[other] === 0) {
        queued[other] = 1;
        waiting.push(other);
      }
    }
    (pass === FORWARD ? input : gradient)[to * m + microBatch] = there;
  };
  let left = passes.pass.length;
  for (let w = 0; w < waiting.length; w++) {
    const rank = waiting[w];
    queued[rank] = 0;
    while (next[rank] < passes.first[rank + 1]) {
      const i = next[rank];
      const pair = paired[i];
      const arrived = pair ? Math.max(availableAt(i), availableAt(i + 1)) : availableAt(i);
      if (Number.isNaN(arrived)) break;
      let time = Math.max(free[rank], arrived);
      for (let k = i; k <= i + pair; k++) {
        passes.start[k] = time;
        time += lasts(k);
        passes.end[k] = time;
      }
      // A pair's results leave under its last weight gradients, for whoever begins when it ends (DeepSeek-V3, figure 4).
      const leaves = pair ? time - seconds[3 * passes.chunk[i + 1] + 2] : time;
      for (let k = i; k <= i + pair; k++) deliver(k, rank, time, leaves);
      free[rank] = time;
      next[rank] += 1 + pair;
      left -= 1 + pair;
    }
    // What was taken from the front is dropped now and then, so that the list stays short.
    if (w > 1 << 16) {
      waiting.splice(0, w + 1);
      w = -1;
    }
  }
  if (left > 0)
    throw new Error(`${schedule} with pp ${pp}, vpp ${vpp}, m ${m} stops with ${left} passes left`);
  passes.seconds = free.reduce((a, b) => Math.max(a, b), 0);
  return passes;
}
