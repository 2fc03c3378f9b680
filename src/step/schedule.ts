import type { LayoutShape } from './layout';
import type { Plan, Schedule } from './types';

export function layoutShape(schedule: Schedule): LayoutShape {
  if (schedule === 'dualpipe') return 'bidirectional';
  return schedule === 'dualpipev' ? 'v' : 'loop';
}

/**
 * Bubble seconds as weights on (forward, input gradient, weight gradient) of the mean rank: idle time of a step beyond
 * m passes of the busiest rank. From the schedules' own papers; a remainder of m over p costs interleaving one more
 * partly filled round.
 */
export interface BubbleWeights {
  forward: number;
  backward: number;
  weight: number;
}

export function bubbleWeights(to: BubbleWeights, schedule: Schedule, pp: number, vpp: number, m: number): void {
  if (pp <= 1) {
    to.forward = to.backward = to.weight = 0;
    return;
  }
  switch (schedule) {
    case '1f1b':
      to.forward = to.backward = to.weight = pp - 1;
      return;
    case 'interleaved': {
      const rest = m % pp;
      to.forward = to.backward = to.weight = (pp - 1 + (rest === 0 ? 0 : pp - rest)) / vpp;
      return;
    }
    case 'zb-h1':
      to.forward = to.backward = pp - 1;
      to.weight = 0;
      return;
    case 'dualpipe':
      // (p/2 − 1)(F&B + B_full − 3W), F&B = F + B + W, B_full = B + W.
      to.forward = pp / 2 - 1;
      to.backward = 2 * to.forward;
      to.weight = -to.forward;
      return;
    case 'dualpipev':
      to.forward = (pp - 1) / 2;
      to.backward = 2 * to.forward;
      to.weight = -to.forward;
  }
}

/** Number of exposed point-to-point sends in a step. */
export function exposedSends(schedule: Schedule, pp: number, vpp: number, m: number): number {
  if (pp <= 1) return 0;
  if (schedule === 'interleaved') return 2 * pp * vpp - 2;
  if (schedule === 'dualpipe' || schedule === 'dualpipev') return 2 * pp - 2;
  return 2 * (pp - 1) * (1 + m / pp) - 2;
}

/** Micro-batches whose activations pipeline rank r holds at once, in units of the rank's own layers. */
export function microBatchesInFlight(plan: Pick<Plan, 'schedule' | 'pp' | 'vpp'>, rank: number, m: number): number {
  const { pp, vpp } = plan;
  if (pp <= 1) return 1;
  switch (plan.schedule) {
    case 'interleaved':
      return Math.min(m, ((vpp - 1) * pp + 2 * (pp - rank - 1) + 1) / vpp);
    case 'dualpipe':
      return Math.min(m, pp + 1);
    case 'dualpipev':
      return Math.min(m, (2 * pp + 1) / 2);
    default:
      return Math.min(m, pp - rank);
  }
}

/** Why a schedule cannot run with these counts; null when it can. */
export function scheduleProblem(schedule: Schedule, pp: number, vpp: number, m: number): string | null {
  if (schedule === 'interleaved') {
    if (vpp < 2 || pp < 2) return 'interleaving needs pp ≥ 2 and vpp ≥ 2';
    return m < pp ? 'interleaving needs at least pp micro-batches' : null;
  }
  if (vpp !== 1) return `${schedule} has no virtual stages`;
  if (schedule === 'dualpipe') return pp % 2 !== 0 ? 'DualPipe needs an even pp' : m < pp ? 'DualPipe needs at least pp micro-batches' : null;
  if (schedule === 'dualpipev') return pp < 2 ? 'DualPipeV needs pp ≥ 2' : m < 2 * pp ? 'DualPipeV needs at least 2·pp micro-batches' : null;
  return schedule === 'zb-h1' && pp < 2 ? 'zero-bubble needs pp ≥ 2' : null;
}
