import { type Chip, chipProcessingPerformance } from '../../hardware';
import type { Conventions } from './types';

const over = (a: number | null, b: number | null): number | null =>
  a === null || b === null || !(b > 0) ? null : a / b;

/** How many of `chip` make one of `matched` by the usual conventions. */
export function conventions(matched: Chip, chip: Chip): Conventions {
  return {
    peak_ratio: over(matched.peakFlops.bf16, chip.peakFlops.bf16),
    peak_8bit_ratio: over(matched.peakFlops.fp8, chip.peakFlops.fp8),
    tpp_ratio: over(chipProcessingPerformance(matched), chipProcessingPerformance(chip)),
    memory_bandwidth_ratio: over(matched.memoryBandwidth, chip.memoryBandwidth),
    memory_ratio: over(matched.memoryBytes, chip.memoryBytes),
  };
}
