import type { ChipFamily } from '../hardware';

/** A physics constant that is no law of nature. Overridable by name from a stack file. */
export interface ConstantSpec {
  unit: string;
  what: string;
  /** Prior value by chip family; `other` serves families without an entry. */
  values: Partial<Record<ChipFamily, number>> & { other: number };
  /** Relative standard deviation (lognormal prior). */
  sigma: number;
  evidence: string;
}

export const spec = (
  unit: string,
  what: string,
  sigma: number,
  values: ConstantSpec['values'],
  evidence: string,
): ConstantSpec => ({ unit, what, sigma, values, evidence });
