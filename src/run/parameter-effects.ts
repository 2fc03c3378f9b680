import { CONSTANT_NAMES, CONSTANTS, type ConstantName, constantProbe, type Plan, type Setup } from '../step';
import { steadyExp, steadyLog } from '../units';

/** Change of ln(throughput) by one standard deviation of a constant. */
interface ParameterEffect {
  name: ConstantName;
  effect: number;
}

/** By plan: an interval and a ratio ask for the effects of the same one. */
const known = new WeakMap<Plan, { setup: Setup; effects: readonly ParameterEffect[] }>();

/**
 * First-order propagation of the constants' prior uncertainty: each constant is moved by one standard deviation in turn,
 * the others held, for a fixed plan. Constants that move nothing are left out.
 */
export function parameterEffects(setup: Setup, plan: Plan): readonly ParameterEffect[] {
  const found = known.get(plan);
  if (found?.setup === setup) return found.effects;
  const { base, constants, rateWith } = constantProbe(setup, plan);
  const effects: ParameterEffect[] = [];
  for (const name of CONSTANT_NAMES) {
    if (name.startsWith('memory_')) continue;
    const effect = steadyLog(rateWith(name, constants[name] * steadyExp(CONSTANTS[name].sigma)) / base);
    if (effect !== 0) effects.push({ name, effect });
  }
  known.set(plan, { setup, effects });
  return effects;
}
