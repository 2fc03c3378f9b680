import { BACKWARD, FORWARD } from './order';
import { joinedPasses, type Passes, type Pipeline } from './simulate';

/**
 * Runs m micro-batches of an interleaved pipeline in lockstep: at each step every rank takes its next pass, if what it
 * needs was there at the step's begin, and all wait until the slowest has ended and its result is sent. Throws where
 * the order can't be run, which is a bug.
 */
export function simulateLockstep(pipeline: Pipeline, m: number): Passes {
  const { pp, chunks, pass: seconds, send, ready } = pipeline;
  const { passes } = joinedPasses(pipeline, m);
  const last = chunks - 1;
  const done = new Uint8Array(2 * chunks * m);
  const at = (pass: number, chunk: number, microBatch: number) =>
    ((pass === FORWARD ? 0 : chunks) + chunk) * m + microBatch;
  const canStart = (i: number): boolean => {
    const chunk = passes.chunk[i];
    const microBatch = passes.microBatch[i];
    if (passes.pass[i] === FORWARD) return chunk === 0 || done[at(FORWARD, chunk - 1, microBatch)] === 1;
    return done[chunk === last ? at(FORWARD, last, microBatch) : at(BACKWARD, chunk + 1, microBatch)] === 1;
  };
  const lasts = (i: number): number => {
    const from = 3 * passes.chunk[i];
    return passes.pass[i] === FORWARD ? seconds[from] : seconds[from + 1] + seconds[from + 2];
  };
  const next = passes.first.slice(0, pp);
  const taken = new Int32Array(pp);
  let time = ready.reduce((a, b) => Math.max(a, b), 0);
  let left = passes.pass.length;
  while (left > 0) {
    let count = 0;
    let end = time;
    let sends = false;
    for (let rank = 0; rank < pp; rank++) {
      const i = next[rank];
      if (i === passes.first[rank + 1] || !canStart(i)) continue;
      passes.start[i] = time;
      passes.end[i] = time + lasts(i);
      end = Math.max(end, passes.end[i]);
      const chunk = passes.chunk[i];
      if (passes.pass[i] === FORWARD ? chunk < last : chunk > 0) {
        passes.sent[i] = passes.end[i];
        sends = true;
      }
      taken[count++] = i;
      next[rank]++;
    }
    if (count === 0) throw new Error(`lockstep with pp ${pp}, m ${m} stops with ${left} passes left`);
    for (let k = 0; k < count; k++) {
      const i = taken[k];
      done[at(passes.pass[i], passes.chunk[i], passes.microBatch[i])] = 1;
    }
    time = sends ? end + send : end;
    left -= count;
  }
  passes.seconds = time;
  return passes;
}
