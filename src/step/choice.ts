import type { Chip } from '../hardware';
import type { Plan, Precision, Setup } from './types';

/** Does the chip have units for this number format? */
export function supportsPrecision({ peakFlops }: Chip, precision: Precision): boolean {
  if (precision === 'bf16' || precision === 'fp16') return true;
  return (precision === 'nvfp4' ? peakFlops.fp4 : peakFlops.fp8) !== null;
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
