import type { Schedule } from './types';

/** How a rank's chunks lie: every pp-th, both ends of a fold, or stage i and its mirror image half each. */
export type LayoutShape = 'loop' | 'v' | 'bidirectional';

export function layoutShape(schedule: Schedule): LayoutShape {
  if (schedule === 'dualpipe') return 'bidirectional';
  return schedule === 'dualpipev' ? 'v' : 'loop';
}

/**
 * Schedules that fill the bubble with weight gradients lose F + B − W (zero-bubble H1) or F + 2B − W (DualPipe) a
 * stage. As shares of a whole pass these are 0.58 and 1.03 for the published trace of one MoE layer (F 10.2, B 14.3,
 * W 6.5 ms). A share of the pass, not a difference of its parts, so that the bubble never grows when a rate does.
 */
const ZERO_BUBBLE_SHARE = 0.58;
const DUALPIPE_SHARE = 1.03;

/**
 * Idle time of a step beyond m passes of the busiest rank, in passes of the mean rank (forward, input and weight
 * gradient together). From the schedules' own papers; a remainder of m over p costs interleaving one more partly
 * filled round.
 */
export function bubblePasses(schedule: Schedule, pp: number, vpp: number, m: number): number {
  if (pp <= 1) return 0;
  switch (schedule) {
    case '1f1b':
      return pp - 1;
    case 'interleaved': {
      const rest = m % pp;
      return (pp - 1 + (rest === 0 ? 0 : pp - rest)) / vpp;
    }
    case 'zb-h1':
      return ZERO_BUBBLE_SHARE * (pp - 1);
    case 'dualpipe':
      return DUALPIPE_SHARE * (pp / 2 - 1);
    case 'dualpipev':
      // 2p stages of half a rank's work each.
      return (DUALPIPE_SHARE * (pp - 1)) / 2;
  }
}

/** Number of exposed point-to-point sends in a step. */
export function exposedSends(schedule: Schedule, pp: number, vpp: number, m: number): number {
  if (pp <= 1) return 0;
  if (schedule === 'interleaved') return 2 * pp * vpp - 2;
  if (schedule === 'dualpipe' || schedule === 'dualpipev') return 2 * pp - 2;
  return 2 * (pp - 1) * (1 + m / pp) - 2;
}

/** Most micro-batches whose activations pipeline rank r holds at once, in units of the rank's own layers. */
export function flightLimit(shape: LayoutShape, pp: number, vpp: number, rank: number): number {
  if (pp <= 1) return 1;
  if (shape === 'bidirectional') return pp + 1;
  if (shape === 'v') return (2 * pp + 1) / 2;
  return vpp > 1 ? ((vpp - 1) * pp + 2 * (pp - rank - 1) + 1) / vpp : pp - rank;
}

/** Fewest micro-batches that a schedule runs with. */
export function leastMicroBatches(schedule: Schedule, pp: number): number {
  if (schedule === '1f1b') return 1;
  return schedule === 'dualpipev' ? 2 * pp : pp;
}

/** Why a schedule cannot run with these counts; null when it can. */
export function scheduleProblem(schedule: Schedule, pp: number, vpp: number, m: number): string | null {
  if (schedule === 'interleaved') {
    if (vpp < 2 || pp < 2) return 'interleaving needs pp ≥ 2 and vpp ≥ 2';
    return m < pp ? 'interleaving needs at least pp micro-batches' : null;
  }
  if (vpp !== 1) return `${schedule} has no virtual stages`;
  if (schedule === 'dualpipe')
    return pp % 2 !== 0
      ? 'DualPipe needs an even pp'
      : m < pp
        ? 'DualPipe needs at least pp micro-batches'
        : null;
  if (schedule === 'dualpipev')
    return pp < 2
      ? 'DualPipeV needs pp ≥ 2'
      : m < 2 * pp
        ? 'DualPipeV needs at least 2·pp micro-batches'
        : null;
  if (schedule !== 'zb-h1') return null;
  return pp < 2 ? 'zero-bubble needs pp ≥ 2' : m < pp ? 'zero-bubble needs at least pp micro-batches' : null;
}
