import type { StepWork } from '../step';
import { type Columns, createColumns, type Place, put, sorted } from './columns';
import { drawEntry } from './draw';
import { FORWARD } from './order';
import { shardingOf } from './pipeline';
import type { Run } from './steady';
import type { Operations } from './types';
import { MOST_OPERATIONS, windowOf } from './window';

/** When the step's parts after the pipeline happen, seconds. */
export interface Ends {
  /** Each rank's last pass. */
  passes: Float64Array;
  /** All gradients are reduced; the slowest rank's optimizer is done; the step ends. */
  reduced: number;
  optimized: number;
  end: number;
}

interface Drawn {
  operations: Operations;
  count: number;
  shown: { until: number; from: number } | null;
}

/** Number of operations that each kind of pass is drawn with, by chunk: those of a chunk are alike. */
function drawnWith(work: StepWork, rankOfChunk: Int32Array): (pass: number, chunk: number) => number {
  const scratch = createColumns(64);
  const known = new Map<number, number>();
  return (pass, chunk) => {
    const key = chunk * 4 + pass;
    const found = known.get(key);
    if (found !== undefined) return found;
    scratch.count = 0;
    const rank = rankOfChunk[chunk];
    drawEntry(scratch, { rank, microBatch: 0, chunk }, pass, work, 0, shardingOf(work, rank));
    known.set(key, scratch.count);
    return scratch.count;
  };
}

/** Everything that a step's ranks do, as many operations as can be shown. */
export function drawOperations(work: StepWork, run: Run, ends: Ends): Drawn {
  const { passes, leftOut } = run;
  const to = createColumns(4096);
  const rankOfChunk = new Int32Array(work.chunks);
  work.ranks.forEach(({ chunks }, rank) => {
    for (const chunk of chunks) rankOfChunk[chunk] = rank;
  });
  const numberOf = drawnWith(work, rankOfChunk);
  const sizeOf = (i: number) =>
    numberOf(passes.pass[i], passes.chunk[i]) +
    (Number.isNaN(passes.sent[i]) || work.send.seconds === 0 ? 0 : 1);
  // Where the middle of a long step was left out, the end of the first half and the begin of the second don't meet.
  const half = leftOut.microBatches > 0 ? passes.seconds / 2 : Number.POSITIVE_INFINITY;
  const within = windowOf(passes.start, passes.end, sizeOf, MOST_OPERATIONS) ?? {
    until: half,
    from: half,
  };
  let count = 0;
  for (let rank = 0; rank < work.ranks.length; rank++) {
    const sharding = shardingOf(work, rank);
    drawBefore(to, work, rank);
    for (let i = passes.first[rank]; i < passes.first[rank + 1]; i++) {
      count += sizeOf(i);
      const later = passes.end[i] > within.from && passes.start[i] >= Math.min(half, within.until);
      if (!later && passes.start[i] >= within.until) continue;
      const shift = later ? leftOut.seconds : 0;
      const microBatch = passes.microBatch[i] + (later ? leftOut.microBatches : 0);
      const place = { rank, microBatch, chunk: passes.chunk[i] };
      drawEntry(to, place, passes.pass[i], work, passes.start[i] + shift, sharding);
      if (Number.isNaN(passes.sent[i])) continue;
      const sent = passes.sent[i] + shift;
      const kind = passes.pass[i] === FORWARD ? 'send_forward' : 'send_backward';
      put(to, place, 'send', kind, sent, sent + work.jitter * work.send.seconds, false, work.send.out);
    }
    drawAfter(to, work, rank, ends);
  }
  const perMicroBatch = run.simulated > 0 ? count / run.simulated : 0;
  const shown =
    Number.isFinite(within.until) && (leftOut.microBatches > 0 || within.from > within.until)
      ? { until: within.until, from: within.from + leftOut.seconds }
      : null;
  return {
    operations: sorted(to, work.ranks.length),
    count: Math.round(count + perMicroBatch * leftOut.microBatches) + to.count - drawnPasses(to),
    shown,
  };
}

/** Operations of passes and sends among those written: all that have a micro-batch. */
function drawnPasses(columns: Columns): number {
  let count = 0;
  for (let i = 0; i < columns.count; i++) if (columns.microBatch[i] >= 0) count++;
  return count;
}

/** What belongs to no micro-batch. */
const once = (rank: number): Place => ({ rank, microBatch: -1, chunk: -1 });

/** Parameters that a rank gathers before and under its first passes. */
function drawBefore(to: Columns, work: StepWork, rank: number): void {
  const place = once(rank);
  const { gather } = work.ranks[rank];
  put(to, place, 'compute', 'wait_parameters', 0, gather.exposed, true, gather.out);
  put(to, place, 'data_parallel', 'gather_parameters', 0, gather.exposed, true, gather.out);
  put(to, place, 'data_parallel', 'gather_parameters', gather.exposed, gather.seconds, false, gather.out);
}

/** Gradients, optimizer and the fixed part of a step, after a rank's passes. */
function drawAfter(to: Columns, work: StepWork, rank: number, ends: Ends): void {
  const place = once(rank);
  const { reduce, optimizerSeconds } = work.ranks[rank];
  const done = ends.passes[rank];
  const hidden = reduce.seconds - reduce.exposed;
  const reduced = done + reduce.exposed;
  put(to, place, 'data_parallel', 'reduce_gradients', done - hidden, done, false, reduce.out);
  put(to, place, 'data_parallel', 'reduce_gradients', done, reduced, true, reduce.out);
  put(to, place, 'compute', 'wait_gradients', done, reduced, true, reduce.out);
  put(to, place, 'compute', 'optimizer', ends.reduced, ends.reduced + optimizerSeconds, false, false);
  put(to, place, 'compute', 'fixed', ends.optimized, ends.end, false, false);
}
