import { type Passes, type Pipeline, simulate } from './simulate';
import { simulateLockstep } from './simulate-lockstep';

/** Passes that are simulated one by one at most; longer steps repeat their steady middle. */
const MOST_PASSES = 400_000;

/** A pipeline's passes, and how the middle of a long step was left out. */
export interface Run {
  passes: Passes;
  /** Micro-batches simulated. */
  simulated: number;
  /** Seconds and micro-batches that stand between the simulated halves; 0: all was simulated. */
  leftOut: { seconds: number; microBatches: number };
  /** Of all micro-batches. */
  seconds: number;
}

const run = (pipeline: Pipeline, m: number): Passes =>
  pipeline.lockstep ? simulateLockstep(pipeline, m) : simulate(pipeline, m);

/**
 * Runs m micro-batches, or, where that would be too many passes, as many as are bounded and a multiple of the schedule's
 * period less than m; what one period more adds stands for each that is left out.
 */
export function runPipeline(pipeline: Pipeline, m: number): Run {
  const { pp, chunks } = pipeline;
  const period = 2 * pp;
  const most = Math.max(4 * period, Math.floor(MOST_PASSES / (3 * chunks)));
  if (m <= most) {
    const passes = run(pipeline, m);
    return { passes, simulated: m, leftOut: { seconds: 0, microBatches: 0 }, seconds: passes.seconds };
  }
  const periods = Math.ceil((m - most) / period);
  const simulated = m - periods * period;
  const passes = run(pipeline, simulated);
  const each = passes.seconds - run(pipeline, simulated - period).seconds;
  return {
    passes,
    simulated,
    leftOut: { seconds: periods * each, microBatches: periods * period },
    seconds: passes.seconds + periods * each,
  };
}
