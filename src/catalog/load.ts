import { fail, ok, type Result } from '../units';
import { build } from './build';
import { type Prepared, prepare } from './prepare';
import type { Store } from './store';
import type { Scenario, ScenarioSource } from './types';
import { type Varying, varyOf } from './vary';
import { presentValue } from './vary/present';

/** Reads, checks and resolves a scenario; `vary` is expanded to numbers in SI. Never throws for what a user wrote. */
export function loadScenario(source: ScenarioSource, store: Store): Result<Scenario> {
  const prepared = prepare(source, store);
  if (!prepared.ok) return prepared;
  const varying = varyOf(prepared.value, store);
  const built = build(prepared.value, null);
  if (!built.ok || !varying.ok) {
    return fail(...(built.ok ? [] : built.errors), ...(varying.ok ? [] : varying.errors));
  }
  const wrong = varying.value && firstWrong(prepared.value, varying.value);
  return wrong ?? ok({ ...built.value, vary: varying.value?.vary ?? null });
}

/** The first point that contradicts itself, such as fewer experts than top_k; null where none does. */
function firstWrong(prepared: Prepared, varying: Varying): Result<Scenario> | null {
  for (let index = 0; index < varying.vary.points; index++) {
    const built = build(varying.at(prepared, index), varying);
    if (!built.ok) return built;
  }
  return null;
}

/** A scenario and, at a fraction of the cost of loading it again, what it becomes at each point that it varies over. */
export interface Variants {
  base: Scenario;
  /** At point `index` (0-based); without a varied input, the scenario as it is. */
  variant: (index: number) => Result<Scenario>;
  /** An input of the cluster number `cluster` at point `index`, in SI; NaN where it has none. */
  inputAt: (index: number, cluster: number, key: string) => number;
}

/** Opens a scenario for its variants. Whether all points are sound was checked by `loadScenario`; here each is, when asked for. */
export function loadVariants(source: ScenarioSource, store: Store): Result<Variants> {
  const prepared = prepare(source, store);
  if (!prepared.ok) return prepared;
  const varied = varyOf(prepared.value, store);
  if (!varied.ok) return varied;
  const base = build(prepared.value, null);
  if (!base.ok) return base;
  const varying = varied.value;
  return ok({
    base: { ...base.value, vary: varying?.vary ?? null },
    variant: (index) => (varying ? build(varying.at(prepared.value, index), varying) : base),
    inputAt: (index, cluster, key) => {
      const point = varying ? varying.at(prepared.value, index) : prepared.value;
      return presentValue(point.clusters[cluster], key) ?? Number.NaN;
    },
  });
}

/** The checked scenario as it is written, quantities still with their units: what a form edits. */
export function scenarioObject(source: ScenarioSource, store: Store): Result<unknown> {
  const prepared = prepare(source, store);
  if (!prepared.ok) return prepared;
  const built = loadScenario(source, store);
  return built.ok ? ok(prepared.value.written.value) : built;
}
