import { CHUNK_PARTS, PASS_PART, PASS_PARTS, PASSES, type Plan, type StepWork } from '../step';
import type { RankTotals } from './types';

/** Seconds of each rank over m micro-batches; what is left of `seconds` is its bubble. */
export function rankTotals(work: StepWork, plan: Plan, m: number, seconds: number): RankTotals {
  const column = () => new Float64Array(plan.pp);
  const totals: RankTotals = {
    compute: column(),
    scaleUp: column(),
    scaleOut: column(),
    host: column(),
    dataParallel: column(),
    optimizer: column(),
    fixed: column().fill(work.fixedSeconds),
    bubble: column(),
  };
  work.ranks.forEach((own, rank) => {
    const runs = m * own.share * work.jitter;
    for (const chunk of own.chunks) {
      for (let p = 0; p < PASSES.length; p++) {
        const at = chunk * CHUNK_PARTS + p * PASS_PARTS;
        totals.compute[rank] += runs * work.passSeconds[at + PASS_PART.COMPUTE];
        totals.scaleUp[rank] += runs * work.passSeconds[at + PASS_PART.WAIT_UP];
        totals.scaleOut[rank] += runs * work.passSeconds[at + PASS_PART.WAIT_OUT];
        totals.host[rank] += runs * work.passSeconds[at + PASS_PART.HOST];
      }
    }
    totals.dataParallel[rank] =
      own.gather.exposed + own.reduce.exposed + m * work.jitter * own.sharded.exposed;
    totals.optimizer[rank] = own.optimizerSeconds;
    const busy =
      totals.compute[rank] +
      totals.scaleUp[rank] +
      totals.scaleOut[rank] +
      totals.host[rank] +
      totals.dataParallel[rank] +
      totals.optimizer[rank] +
      totals.fixed[rank];
    totals.bubble[rank] = Math.max(0, seconds - busy);
  });
  return totals;
}
