import type { Chip } from '../hardware';
import { type Dispatcher, PRECISIONS, type Precision, supportsPrecision } from '../step';
import type { FlatStack } from './schema/stack';

/** What `precision: fp8` means where the stack does not say. */
const usualFp8: Readonly<Record<Chip['family'], Precision>> = {
  ampere: 'fp8-tensor',
  hopper: 'fp8-block',
  blackwell: 'mxfp8',
  ascend: 'mxfp8',
  other: 'fp8-tensor',
};

/** What a scenario may leave open, as it is written: one name, a list, or `any`. */
export type OpenPrecision = Precision | 'fp8' | 'any' | readonly (Precision | 'fp8')[];
export type OpenDispatcher = Dispatcher | 'any' | readonly Dispatcher[];

/** What software and chip together offer. */
export interface Offered {
  /** What `fp8` means. */
  fp8: Precision;
  /** What `any` means; its first is the usual one. FP16 is as fast as BF16, so it is only taken where it is asked for. */
  precisions: Precision[];
  dispatchers: Dispatcher[];
}

/** Deduplicating dispatchers are CUDA kernels over NVSHMEM. */
const existsFor = ({ vendor }: Chip, dispatcher: Dispatcher): boolean =>
  vendor === 'NVIDIA' || dispatcher === 'alltoall' || dispatcher === 'allgather';

export function offeredBy(chip: Chip, stack: FlatStack): Offered {
  const recipe = stack.fp8_recipe[chip.family] ?? stack.fp8_recipe.other;
  const meant = recipe ?? usualFp8[chip.family];
  const own = stack.switches.dispatcher;
  const usable = recipe !== undefined && supportsPrecision(chip, recipe);
  return {
    fp8: supportsPrecision(chip, meant) ? meant : 'fp8-tensor',
    precisions: usable ? ['bf16', recipe] : ['bf16'],
    dispatchers: [own, ...stack.dispatchers.filter((one) => one !== own && existsFor(chip, one))],
  };
}

/** What a scenario may ask of the chip, by the names of the formats. */
export const precisionsOfChip = (chip: Chip): Precision[] =>
  PRECISIONS.filter((one) => supportsPrecision(chip, one));

/** The precisions meant, each once; null where one is meant, which the training states, or none is usable. */
export function precisionsOf(written: OpenPrecision | undefined, chip: Chip, offered: Offered): Precision[] {
  if (written === undefined) return ['bf16'];
  if (written === 'any') return offered.precisions;
  const listed = typeof written === 'string' ? [written] : written;
  const meant = listed.map((one) => (one === 'fp8' ? offered.fp8 : one));
  return [...new Set(meant)].filter((one) => supportsPrecision(chip, one));
}

/** The dispatchers meant, each once, of those that exist for the chip. */
export function dispatchersOf(written: OpenDispatcher, chip: Chip, offered: Offered): Dispatcher[] {
  if (written === 'any') return offered.dispatchers;
  const listed = typeof written === 'string' ? [written] : written;
  return [...new Set(listed)].filter((one) => existsFor(chip, one));
}
