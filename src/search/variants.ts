import { type Plan, planSetup, type Setup, supportsPrecision } from '../step';
import type { PlanConstraints } from './types';

/** What a plan chooses beyond its degrees: empty where nothing was left open. */
export type Choice = Pick<Plan, 'dispatcher' | 'precision'>;

/** A setup under one choice of what is left open, with tables of its own. */
export interface Variant {
  setup: Setup;
  choice: Choice;
}

/**
 * The setups among which a search chooses, in the order of the lists, dispatchers within precisions. A precision that
 * the chip lacks is left out (a rule may take it from the chip); a model without experts dispatches nothing.
 */
export function variantsOf(setup: Setup, constraints: PlanConstraints): Variant[] {
  const { chip } = setup.cluster.system;
  const precisions = (constraints.precision ?? []).filter((one) => supportsPrecision(chip, one));
  const moe = setup.model.kinds.some((kind) => kind.feedForward?.kind === 'moe');
  const dispatchers = moe ? (constraints.dispatcher ?? []) : [];
  const choices = orOpen(precisions).flatMap((precision) =>
    orOpen(dispatchers).map(
      (dispatcher): Choice => ({
        ...(precision === null ? {} : { precision }),
        ...(dispatcher === null ? {} : { dispatcher }),
      }),
    ),
  );
  return choices.map((choice) => ({ setup: planSetup(setup, choice), choice }));
}

const orOpen = <T>(values: readonly T[]): readonly (T | null)[] =>
  values.length === 0 ? [null] : [...new Set(values)];

export const sameChoice = (a: Choice, b: Choice): boolean =>
  a.dispatcher === b.dispatcher && a.precision === b.precision;
