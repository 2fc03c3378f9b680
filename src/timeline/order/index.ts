import type { Schedule } from '../../step';
import { dualPipe, dualPipeV } from './dualpipe';
import { interleaved } from './interleaved';
import { oneForwardOneBackward, zeroBubble } from './one-f-one-b';
import type { Order } from './types';

export * from './types';

/** The passes of pipeline rank `rank` in the schedule's order, for m micro-batches. */
export function rankOrder(schedule: Schedule, pp: number, vpp: number, m: number, rank: number): Order {
  if (pp === 1) return oneForwardOneBackward(1, m, 0);
  switch (schedule) {
    case '1f1b':
      return oneForwardOneBackward(pp, m, rank);
    case 'interleaved':
      return interleaved(pp, vpp, m, rank);
    case 'zb-h1':
      return zeroBubble(pp, m, rank);
    case 'dualpipe':
      return dualPipe(pp, m, rank);
    case 'dualpipev':
      return dualPipeV(pp, m, rank);
  }
}
