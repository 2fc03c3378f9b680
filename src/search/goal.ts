import type { Plan } from '../step';

/** What a walk over the space looks for. Rates are sequences a second, weighed where the objective weighs them; bytes of a rank. */
export interface Goal {
  /** May a plan matter that is at most this fast and needs at least so many bytes? */
  wanted(rate: number, bytes: number): boolean;
  /** Takes in a plan that fits; `order` is its place in the order of the space, which settles ties. */
  take(plan: Plan, rate: number, bytes: number, order: number): void;
}

/** Rounding that a bound may have lost: a plan this close to the bound is still tried. */
export const SLACK = 1 + 1e-9;

interface Found {
  plan: Plan;
  rate: number;
  bytes: number;
  order: number;
}

/** The best plans so far, best first, at most `size`. */
export interface Kept extends Goal {
  size: number;
  found: Found[];
  /** A further plan must reach this rate: that of the worst of a full list, or of a plan known to be in the space. */
  least: number;
}

/** Keeps the plans with the highest rates; of equals those that come first, whatever the order of the search. */
export function createKept(size: number): Kept {
  const found: Found[] = [];
  const kept: Kept = {
    size,
    found,
    least: 0,
    wanted: (rate) => rate * SLACK >= kept.least,
    take(plan, rate, bytes, order) {
      if (rate < kept.least) return;
      const before = (other: Found) => other.rate < rate || (other.rate === rate && other.order > order);
      if (found.length === size && !before(found[size - 1])) return;
      let i = found.length;
      while (i > 0 && before(found[i - 1])) i--;
      found.splice(i, 0, { plan: { ...plan }, rate, bytes, order });
      if (found.length > size) found.pop();
      if (found.length === size) kept.least = Math.max(kept.least, found[size - 1].rate);
    },
  };
  return kept;
}

/** The plans that no other beats in both rate and memory, leanest and slowest first. */
interface Front extends Goal {
  found: Found[];
}

export function createFront(): Front {
  const found: Found[] = [];
  /** How many points need at most so many bytes. */
  const within = (bytes: number): number => {
    let low = 0;
    let high = found.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (found[middle].bytes <= bytes) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return {
    found,
    wanted(rate, bytes) {
      const count = within(bytes / SLACK);
      return count === 0 || found[count - 1].rate <= rate * SLACK;
    },
    take(plan, rate, bytes, order) {
      let at = within(bytes);
      const leaner = found[at - 1];
      const same = leaner?.rate === rate && leaner.bytes === bytes;
      if (leaner && leaner.rate >= rate && !(same && leaner.order > order)) return;
      if (leaner?.bytes === bytes) at--;
      let beaten = at;
      while (beaten < found.length && found[beaten].rate <= rate) beaten++;
      found.splice(at, beaten - at, { plan: { ...plan }, rate, bytes, order });
    },
  };
}
