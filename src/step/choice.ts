import type { Chip } from '../hardware';
import type { Plan, Precision, Setup } from './types';

/** Does the chip have units for this number format? Scales by tensor or by large block are software's, over plain FP8. */
export function supportsPrecision({ peakFlops, microscaled }: Chip, precision: Precision): boolean {
  switch (precision) {
    case 'bf16':
    case 'fp16':
      return true;
    case 'mxfp8':
      return peakFlops.fp8 !== null && microscaled.includes(precision);
    case 'nvfp4':
      return peakFlops.fp4 !== null && microscaled.includes(precision);
    default:
      return peakFlops.fp8 !== null;
  }
}

/** The setup that a plan runs under: with the dispatcher and the precision that it chose, where they were left open. */
export function planSetup(
  setup: Setup,
  { dispatcher, precision }: Pick<Plan, 'dispatcher' | 'precision'>,
): Setup {
  const { stack, training } = setup;
  const sameDispatcher = dispatcher === undefined || dispatcher === stack.switches.dispatcher;
  const samePrecision = precision === undefined || precision === training.precision;
  if (sameDispatcher && samePrecision) return setup;
  return {
    ...setup,
    stack: sameDispatcher ? stack : { ...stack, switches: { ...stack.switches, dispatcher } },
    training: samePrecision ? training : { ...training, precision },
  };
}
