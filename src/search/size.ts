import type { Setup } from '../step';
import { fewestOf } from './fewest';
import { mostOf } from './most';
import { openSizing, type Pace, type Size, type Sizing } from './sizing';
import type { PlanConstraints } from './types';
import { variantsOf } from './variants';

/**
 * The smallest or the largest cluster on which some plan keeps a pace. Not by bisection over searches: the best plan of
 * a larger cluster may be slower, because its replicas divide the batch less evenly, though the chips could stand idle.
 * Every plan of the space is asked for its own least or largest number of replicas instead, best bound first.
 */

/** Finds sizes of one cluster for any number of paces; what they share is computed once. */
export interface Sizer {
  /**
   * The fewest chips on which some plan of the space reaches the pace; null where none does. Exact: as found by trying
   * every cluster size, chips of which some may stand idle.
   */
  fewest(needed: Pace): Size | null;
  /**
   * The most chips that some plan of the space puts to work at the pace or above, such as that of a fixed budget; null
   * where no size keeps it. Exact: no plan of the space that uses more chips does. `perChip` bounds it: from so many
   * chips on, no size needs fewer tokens a second for each chip.
   */
  most(needed: Pace, perChip: Pace): Size | null;
}

/**
 * Sizes of the setup's cluster up to `most` chips, of which a plan may leave some idle; `memoryMargin` is the share of
 * the usable memory that must stay free.
 */
export function createSizer(
  setup: Setup,
  constraints: PlanConstraints,
  most: number,
  memoryMargin = 0,
): Sizer {
  const all = variantsOf(setup, constraints).map((variant) =>
    openSizing(variant, constraints, most, memoryMargin),
  );
  /** The best over all variants, the first of equals; each has to beat the one before. */
  const over = (find: (sizing: Sizing, than: Size | null) => Size | null) =>
    all.reduce<Size | null>((best, sizing) => find(sizing, best) ?? best, null);
  return {
    fewest: (needed) => over((sizing, than) => fewestOf(sizing, needed, than)),
    most: (needed, perChip) => over((sizing, than) => mostOf(sizing, needed, perChip, than)),
  };
}
