import { PASSES, type Plan, passSeconds, type StepWork } from '../step';
import type { Pipeline } from './simulate';

/** Seconds of ZeRO-3 communication in each third of a pass through one of a rank's chunks, without jitter. */
export function shardingOf(work: StepWork, rank: number): { hidden: number; exposed: number; out: boolean } {
  const { chunks, share, sharded } = work.ranks[rank];
  const parts = PASSES.length * chunks.length * share;
  return {
    hidden: (sharded.seconds - sharded.exposed) / parts,
    exposed: sharded.exposed / parts,
    out: sharded.out,
  };
}

/** What the simulation needs of a step's work; `sends` and `gathers` can be left out, to see what they cost. */
export function pipelineOf(
  work: StepWork,
  plan: Plan,
  { sends, gathers, lockstep }: { sends: boolean; gathers: boolean; lockstep: boolean },
): Pipeline {
  const pass = new Float64Array(work.chunks * PASSES.length);
  work.ranks.forEach(({ chunks }, rank) => {
    const { exposed } = shardingOf(work, rank);
    for (const chunk of chunks) {
      for (let p = 0; p < PASSES.length; p++) {
        pass[chunk * PASSES.length + p] = work.jitter * (passSeconds(work.passSeconds, chunk, p) + exposed);
      }
    }
  });
  return {
    schedule: plan.schedule,
    pp: plan.pp,
    vpp: plan.vpp,
    chunks: work.chunks,
    pass,
    send: sends ? work.jitter * work.send.seconds : 0,
    lockstep: lockstep && plan.schedule === 'interleaved',
    ready: Float64Array.from(work.ranks, ({ gather }) => (gathers ? gather.exposed : 0)),
  };
}
