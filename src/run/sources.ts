import type { Cluster } from '../hardware';
import { constantOwner, type Plan, type Setup } from '../step';
import { rootSumOfSquares } from '../units';
import { goodputShift, OTHER_SPREAD, PRICE_SPREAD } from './estimate';
import { intervalScale, parameterSpread, REPEAT_SPREAD, STACK_DISCREPANCY, STATED, Z90 } from './interval';
import { parameterEffects } from './parameter-effects';
import type { RunAssumptions } from './types';

/**
 * What an interval is made of, each part under the name of what is not known: two clusters that share a cause share its
 * error, so that it cancels in their ratio.
 */
export interface SpreadSource {
  /** Equal for equal causes, such as `constant gemm_bf16 hopper`. */
  cause: string;
  /** Change of the logarithm by one standard deviation of the cause. */
  effect: number;
}

/** Scale of the constants' own spread that the best-known evidence needs; what a system needs beyond is its own error. */
export const COMMON_SCALE = intervalScale('measured', 'measured', STATED) / Z90;

/** Standard deviations of the logarithm of throughput that no constant explains, by cause. */
export function discrepancies(
  { cluster, stack }: Pick<Setup, 'cluster' | 'stack'>,
  parameters: number,
): SpreadSource[] {
  const { system } = cluster;
  const scale = intervalScale(system.evidence, stack.evidence, STATED) / Z90;
  const beyond = Math.sqrt(Math.max(0, scale * scale - COMMON_SCALE * COMMON_SCALE));
  const own = beyond * rootSumOfSquares(parameters, REPEAT_SPREAD);
  return [
    { cause: `repeats ${cluster.name}`, effect: COMMON_SCALE * REPEAT_SPREAD },
    { cause: `evidence ${system.id}`, effect: own },
    { cause: `stack ${stack.id}`, effect: STACK_DISCREPANCY[stack.evidence] },
  ].filter(({ effect }) => effect > 0);
}

/** The sources of `throughputSpread`: their root sum of squares is the same. */
export function throughputSources(setup: Setup, plan: Plan): SpreadSource[] {
  const { family } = setup.cluster.system.chip;
  const effects = parameterEffects(setup, plan);
  const sources = effects.map(({ name, effect }) => ({
    cause: `constant ${name} ${constantOwner(name, family, setup.stack)}`,
    effect: COMMON_SCALE * effect,
  }));
  return [...sources, ...discrepancies(setup, parameterSpread(setup, plan))];
}

/** The sources of the wall time's logarithm beyond those of throughput: failures of the vendor, other losses. */
export function lossSources({ cluster }: Setup, workingChips: number, run: RunAssumptions): SpreadSource[] {
  const working: Cluster = { ...cluster, chips: workingChips };
  const failures = (goodputShift(working, run, -1) - goodputShift(working, run, 1)) / (2 * Z90);
  return [
    { cause: `failures ${cluster.system.chip.vendor}`, effect: failures },
    { cause: `other losses ${cluster.name}`, effect: OTHER_SPREAD },
  ];
}

/** The sources of the wall time's logarithm: throughput's with the sign turned, and those of losses. */
export const durationSources = (
  setup: Setup,
  plan: Plan,
  workingChips: number,
  run: RunAssumptions,
): SpreadSource[] => [...negated(throughputSources(setup, plan)), ...lossSources(setup, workingChips, run)];

/** Of the inverse. */
const negated = (sources: readonly SpreadSource[]): SpreadSource[] =>
  sources.map(({ cause, effect }) => ({ cause, effect: -effect }));

/** The source that a cost has beyond its duration. */
export const priceSource = ({ cluster }: Pick<Setup, 'cluster'>): SpreadSource => ({
  cause: `price ${cluster.system.chip.id}`,
  effect: PRICE_SPREAD,
});

export const sourcesSpread = (sources: readonly SpreadSource[]): number =>
  rootSumOfSquares(...sources.map(({ effect }) => effect));

/** Standard deviation of ln(a / b): what both share cancels as far as it moves both alike. */
export function ratioSpread(a: readonly SpreadSource[], b: readonly SpreadSource[]): number {
  const effects = new Map<string, number>();
  for (const { cause, effect } of a) effects.set(cause, (effects.get(cause) ?? 0) + effect);
  for (const { cause, effect } of b) effects.set(cause, (effects.get(cause) ?? 0) - effect);
  return rootSumOfSquares(...effects.values());
}
