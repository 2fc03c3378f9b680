import type { Plan } from '../../src/step';

/** One rank, one stage, nothing recomputed: what a test's plan differs from. */
export const plainPlan: Plan = {
  tp: 1,
  pp: 1,
  vpp: 1,
  ep: 1,
  etp: 1,
  cp: 1,
  dp: 1,
  zero: 1,
  shardGroup: 0,
  microBatch: 1,
  recompute: 'none',
  recomputeShare: 1,
  schedule: '1f1b',
};
