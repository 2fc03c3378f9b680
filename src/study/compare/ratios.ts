import { QUANTITIES, type Quantity } from '../../catalog';
import { interval80 } from '../../run';
import type { CaseReport, RatioReport } from '../case-types';
import { type CaseCauses, spreadsBetween } from './causes';
import { quantityOf } from './quantities';

interface Known {
  row: CaseReport;
  causes: CaseCauses;
}

/**
 * Each cluster that fits over the reference, and over the first other cluster of the same chip: in each quantity, with an
 * interval in which what both do not know alike cancels.
 */
export function ratiosOf(
  cases: readonly CaseReport[],
  causes: readonly (CaseCauses | null)[],
  reference: string,
): RatioReport[] {
  const known = cases.flatMap((row, at): Known[] => {
    const own = causes[at];
    return own ? [{ row, causes: own }] : [];
  });
  const first = known.find(({ row }) => row.cluster === reference);
  if (!first) return [];
  return known.flatMap((one) => {
    if (one === first) return [];
    const alike = known.find(
      (other) =>
        other !== first &&
        other.row.inputs.chip === one.row.inputs.chip &&
        other.row.inputs.chip !== first.row.inputs.chip,
    );
    return [first, ...(alike && alike !== one ? [alike] : [])].flatMap((over) => {
      const spreadOf = spreadsBetween(one.causes, over.causes);
      return QUANTITIES.flatMap((quantity) => ratio(quantity, one, over, spreadOf(quantity)));
    });
  });
}

function ratio(quantity: Quantity, one: Known, over: Known, spread: number): RatioReport[] {
  const [a, b] = [one, over].map(({ row }) => quantityOf(row, quantity)?.value ?? 0);
  if (!(a > 0 && b > 0)) return [];
  // Chips of the one that do what a chip of the other does.
  const value = quantity === 'per_chip' ? b / a : a / b;
  return [
    {
      cluster: one.row.cluster,
      over: over.row.cluster,
      quantity,
      ratio: value,
      interval80: interval80(value, spread),
    },
  ];
}
