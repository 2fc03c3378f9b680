import type { System } from '../hardware';
import type { Plan, Setup, Stack } from '../step';
import { rootSumOfSquares, steadyExp } from '../units';
import { INTERVAL_SCALES } from './interval-scales';
import { parameterEffects } from './parameter-effects';
import type { Interval80 } from './types';

/** Standard normal quantile at 0.9. */
export const Z90 = 1.2816;

/** Extra spread when the software stack was seen in no source; how far one source carries is in the scales. */
export const STACK_DISCREPANCY = { measured: 0, single: 0, assumed: 0.12 } as const;

/** Scatter between repeats of one plan across releases, ln units: no prediction is sharper. */
export const REPEAT_SPREAD = 0.04;

/** What is known about the software of a run beside its stack. */
export interface SoftwareEvidence {
  /** Are its switches published (or, for a plan of one's own, stated by the stack)? */
  documented: boolean;
  /** Spread of ln(throughput) over the switches that are not. */
  unknownSwitches: number;
  /** Is it one of the runs that the constants were fitted on? A run of one's own never is. */
  seen: boolean;
}

/** A run of one's own: the stack states every switch, and no fit saw it. */
export const STATED: SoftwareEvidence = { documented: true, unknownSwitches: 0, seen: false };

/** Standard deviation of ln(throughput) from the constants' prior uncertainty. */
export const parameterSpread = (setup: Setup, plan: Plan): number =>
  rootSumOfSquares(...parameterEffects(setup, plan).map(({ effect }) => effect));

/** A prediction's own spread, ln units, before calibration: constants, repeats, unknown switches. */
export function rawSpread(setup: Setup, plan: Plan, software: SoftwareEvidence = STATED): number {
  return rootSumOfSquares(parameterSpread(setup, plan), REPEAT_SPREAD, software.unknownSwitches);
}

/** Multiple of the raw spread that holds 80 % of the runs with this evidence; the thinnest part of it decides. */
export function intervalScale(
  system: System['evidence'],
  stack: Stack['evidence'],
  { documented, seen }: Pick<SoftwareEvidence, 'documented' | 'seen'>,
): number {
  const known = documented ? 'documented' : 'undocumented';
  const chip = INTERVAL_SCALES[system === 'measured' && seen ? 'seen' : system][known];
  if (stack === 'measured') return chip;
  return Math.max(chip, INTERVAL_SCALES[seen ? 'singleSeen' : 'single'][known]);
}

/** Standard deviation of ln(throughput), such that ± Z90 of it is the calibrated 80 % interval. */
export function throughputSpread(setup: Setup, plan: Plan, software: SoftwareEvidence = STATED): number {
  const { stack, cluster } = setup;
  const scale = intervalScale(cluster.system.evidence, stack.evidence, software) / Z90;
  return rootSumOfSquares(scale * rawSpread(setup, plan, software), STACK_DISCREPANCY[stack.evidence]);
}

/** 80 % interval of a lognormal quantity around its point estimate. */
export function interval80(point: number, spread: number): Interval80 {
  return [point * steadyExp(-Z90 * spread), point * steadyExp(Z90 * spread)];
}
