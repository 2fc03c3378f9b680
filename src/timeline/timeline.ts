import { microBatches, type Plan, type Setup, stepWork } from '../step';
import { causesOf } from './causes';
import { drawOperations, type Ends } from './operations';
import { pipelineOf } from './pipeline';
import { runPipeline } from './steady';
import { rankTotals } from './totals';
import type { Agreement, Timeline } from './types';

/**
 * Simulates one optimizer step event by event: each pipeline rank takes its passes in the order of the schedule when
 * their inputs have arrived. Durations come from the closed form's own tables; what is simulated is who waits for whom.
 */
export function simulateStep(setup: Setup, plan: Plan): Timeline {
  const m = microBatches(setup, plan);
  const work = stepWork(setup, plan, m);
  const lockstep = setup.stack.switches.pipelineLockstep;
  const play = (sends: boolean, gathers: boolean) =>
    runPipeline(pipelineOf(work, plan, { sends, gathers, lockstep }), m);
  const run = play(true, true);
  const withoutGathers = play(true, false).seconds;
  const withoutSends = play(false, false).seconds;
  const ends = endsOf(work, run.passes, run.leftOut.seconds);
  const { closed } = work;
  const agreement: Agreement[] = [
    {
      part: 'passes_and_bubble',
      closed: closed.steady + closed.bubble + closed.sharded,
      simulated: withoutSends,
    },
    { part: 'sends', closed: closed.sends, simulated: withoutGathers - withoutSends },
    {
      part: 'data_parallel_and_optimizer',
      closed: closed.reduce + closed.gather + closed.optimizer + closed.fixed,
      simulated: ends.end - withoutGathers,
    },
  ];
  const difference = ends.end / closed.seconds - 1;
  const { operations, count, shown } = drawOperations(work, run, ends);
  return {
    plan,
    microBatches: m,
    chunks: work.chunks,
    seconds: ends.end,
    closed,
    difference,
    agreement,
    causes: causesOf(work, plan, m, agreement, difference, lockstep),
    sendSeconds: withoutGathers - withoutSends,
    totals: rankTotals(work, plan, m, ends.end),
    operations,
    operationCount: count,
    shown,
    simulatedMicroBatches: run.simulated,
  };
}

/** Gradients are reduced on each rank after its last pass; the optimizer waits for the slowest (gradient norm). */
function endsOf(
  work: ReturnType<typeof stepWork>,
  passes: ReturnType<typeof runPipeline>['passes'],
  later: number,
): Ends {
  const last = Float64Array.from(work.ranks, (_, rank) => passes.end[passes.first[rank + 1] - 1] + later);
  let reduced = 0;
  let slowest = 0;
  work.ranks.forEach(({ reduce, optimizerSeconds }, rank) => {
    reduced = Math.max(reduced, last[rank] + reduce.exposed);
    slowest = Math.max(slowest, optimizerSeconds);
  });
  const optimized = reduced + slowest;
  return { passes: last, reduced, optimized, end: optimized + work.fixedSeconds };
}
