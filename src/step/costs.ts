import { LANES } from './lanes';

/**
 * What a plan costs beside its passes, before it meets a layer set: seconds a parameter of the fullest rank, and once.
 * A search finds it once for all recomputations of a pipeline.
 */
export interface PlanCosts {
  /** Terms so far: part of the step, what it is multiplied by, resource lane, seconds. */
  count: number;
  part: Int32Array;
  of: Int32Array;
  lane: Int32Array;
  seconds: Float64Array;
  /** Their sums over lanes, by part and multiplier. */
  totals: Float64Array;
  /** Micro-batches of a step, and ranks that the plan uses. */
  m: number;
  ranks: number;
  /** Idle passes of the mean rank, and number of exposed sends. */
  bubble: number;
  sends: number;
  /** Slowdown by the slowest host, and seconds that do not depend on the work. */
  jitter: number;
  fixed: number;
  /** Bytes of weights, gradients and optimizer a dense and an expert parameter; of gathered weights a parameter of a layer. */
  denseBytes: number;
  expertBytes: number;
  gatheredBytes: number;
}

/** Parts of a step outside its passes. */
export const PART = {
  REDUCE: 0,
  GATHER: 1,
  /** ZeRO-3: gathers and scatters of every micro-batch; ZeRO-2: scatters of every micro-batch. */
  SHARDED: 2,
  OPTIMIZER: 3,
  /** One send between neighbouring stages. */
  SEND: 4,
} as const;
const PARTS = 5;

/** What a term is multiplied by; latencies of expert groups count only where there are experts. */
export const OF = { DENSE: 0, EXPERTS: 1, ONCE: 2, EXPERTS_ONCE: 3 } as const;
const MULTIPLIERS = 4;

const MOST_TERMS = 24;

// Halves, because engines keep a field that first held a whole number in another form than one with a fraction.
export const createPlanCosts = (): PlanCosts => ({
  count: 0,
  part: new Int32Array(MOST_TERMS),
  of: new Int32Array(MOST_TERMS),
  lane: new Int32Array(MOST_TERMS),
  seconds: new Float64Array(MOST_TERMS),
  totals: new Float64Array(PARTS * MULTIPLIERS),
  m: 0.5,
  ranks: 0.5,
  bubble: 0.5,
  sends: 0.5,
  jitter: 0.5,
  fixed: 0.5,
  denseBytes: 0.5,
  expertBytes: 0.5,
  gatheredBytes: 0.5,
});

export function clearTerms(costs: PlanCosts): void {
  costs.count = 0;
  const { totals } = costs;
  for (let i = 0; i < PARTS * MULTIPLIERS; i++) totals[i] = 0;
}

export function addTerm(costs: PlanCosts, part: number, of: number, lane: number, seconds: number): void {
  const at = costs.count++;
  costs.part[at] = part;
  costs.of[at] = of;
  costs.lane[at] = lane;
  costs.seconds[at] = seconds;
  costs.totals[part * MULTIPLIERS + of] += seconds;
}

/** Seconds of one part for a rank with so many parameters. */
export function partSeconds(costs: PlanCosts, part: number, dense: number, experts: number): number {
  const { totals } = costs;
  const at = part * MULTIPLIERS;
  return (
    dense * totals[at + OF.DENSE] +
    experts * totals[at + OF.EXPERTS] +
    totals[at + OF.ONCE] +
    (experts > 0 ? totals[at + OF.EXPERTS_ONCE] : 0)
  );
}

/** The same as lanes, into `to`. */
export function partLanes(
  to: Float64Array,
  costs: PlanCosts,
  part: number,
  dense: number,
  experts: number,
): void {
  for (let i = 0; i < LANES; i++) to[i] = 0;
  for (let at = 0; at < costs.count; at++) {
    if (costs.part[at] !== part) continue;
    const of = costs.of[at];
    const times =
      of === OF.DENSE ? dense : of === OF.EXPERTS ? experts : of === OF.ONCE || experts > 0 ? 1 : 0;
    to[costs.lane[at]] += times * costs.seconds[at];
  }
}
