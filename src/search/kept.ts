import type { Plan } from '../step';

interface Found {
  plan: Plan;
  /** Sequences a second. */
  rate: number;
  /** Place in the order of the space: equal rates keep the earlier plan, whatever the order of the search. */
  order: number;
}

/** The best plans so far, best first, at most `size`. */
export interface Kept {
  size: number;
  found: Found[];
  /** Rate of the worst of a full list, which a further plan must reach; 0 while there is room. */
  least: number;
}

export const createKept = (size: number): Kept => ({ size, found: [], least: 0 });

/** Takes a plan in if it is among the best. */
export function keep(kept: Kept, plan: Plan, rate: number, order: number): void {
  const { found, size } = kept;
  if (rate < kept.least) return;
  const before = (other: Found) => other.rate < rate || (other.rate === rate && other.order > order);
  if (found.length === size && !before(found[size - 1])) return;
  let i = found.length;
  while (i > 0 && before(found[i - 1])) i--;
  found.splice(i, 0, { plan: { ...plan }, rate, order });
  if (found.length > size) found.pop();
  if (found.length === size) kept.least = found[size - 1].rate;
}
