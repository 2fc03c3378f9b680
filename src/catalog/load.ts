import { fail, ok, type Result } from '../units';
import { build, withValue } from './build';
import { type Prepared, prepare } from './prepare';
import type { Store } from './store';
import type { Scenario, ScenarioSource } from './types';
import { type Vary, varyOf } from './vary';

/** Reads, checks and resolves a scenario; `vary` is expanded to numbers in SI. Never throws for what a user wrote. */
export function loadScenario(source: ScenarioSource, store: Store): Result<Scenario> {
  const prepared = prepare(source, store);
  if (!prepared.ok) return prepared;
  const vary = varyOf(prepared.value);
  const built = build(prepared.value, null);
  if (!built.ok || !vary.ok) {
    return fail(...(built.ok ? [] : built.errors), ...(vary.ok ? [] : vary.errors));
  }
  const wrong = vary.value && firstWrong(prepared.value, vary.value);
  return wrong ?? ok({ ...built.value, vary: vary.value });
}

/** The first value that contradicts the rest of the scenario, such as fewer experts than top_k; null where none does. */
function firstWrong(prepared: Prepared, vary: Vary): Result<Scenario> | null {
  for (const value of vary.values) {
    const built = build(withValue(prepared, vary.key, value), vary);
    if (!built.ok) return built;
  }
  return null;
}

/** A scenario and, at a fraction of the cost of loading it again, what it becomes for each value that it varies. */
export interface Variants {
  base: Scenario;
  /** With the value number `index` (0-based); without a varied input, the scenario as it is. */
  variant: (index: number) => Result<Scenario>;
}

/** Opens a scenario for its variants. Whether all values suit it was checked by `loadScenario`; here each is, when asked for. */
export function loadVariants(source: ScenarioSource, store: Store): Result<Variants> {
  const prepared = prepare(source, store);
  if (!prepared.ok) return prepared;
  const vary = varyOf(prepared.value);
  if (!vary.ok) return vary;
  const base = build(prepared.value, null);
  if (!base.ok) return base;
  const variant = (index: number): Result<Scenario> => {
    if (!vary.value) return base;
    const { key, values } = vary.value;
    if (!(index in values)) throw new RangeError(`value ${index} of ${values.length}`);
    return build(withValue(prepared.value, key, values[index]), vary.value);
  };
  return ok({ base: { ...base.value, vary: vary.value }, variant });
}

/** The scenario with the input that it varies set to its value number `index` (0-based); without one, as it is. */
export function loadVariant(source: ScenarioSource, index: number, store: Store): Result<Scenario> {
  const variants = loadVariants(source, store);
  return variants.ok ? variants.value.variant(index) : variants;
}

/** The checked scenario as it is written, quantities still with their units: what a form edits. */
export function scenarioObject(source: ScenarioSource, store: Store): Result<unknown> {
  const prepared = prepare(source, store);
  if (!prepared.ok) return prepared;
  const built = loadScenario(source, store);
  return built.ok ? ok(prepared.value.written.value) : built;
}
