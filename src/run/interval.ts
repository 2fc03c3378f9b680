import {
  CONSTANT_NAMES,
  CONSTANTS,
  type Plan,
  resolveConstants,
  type Setup,
  stepTokensPerSecond,
} from '../step';
import { rootSumOfSquares, steadyExp, steadyLog } from '../units';
import type { Interval80 } from './types';

/** Standard normal quantile at 0.9. */
export const Z90 = 1.2816;

/**
 * Model discrepancy: standard deviation of ln(predicted / measured) that parameter uncertainty does not explain, by how
 * well chip and stack are known.
 */
export const DISCREPANCY = {
  measured: 0.1,
  partial: 0.16,
  datasheet: 0.22,
} as const;

/** Extra spread when the software stack was seen in one source only, or in none. */
export const STACK_DISCREPANCY = { measured: 0, single: 0.06, assumed: 0.12 } as const;

/**
 * Standard deviation of ln(throughput) from the constants' prior uncertainty, by first-order propagation: each
 * constant is moved by one standard deviation in turn, the others held, for a fixed plan.
 */
export function parameterSpread(setup: Setup, plan: Plan): number {
  const { chip } = setup.cluster.system;
  const now = resolveConstants(chip.family, setup.stack.constants);
  const base = stepTokensPerSecond(setup, plan);
  let variance = 0;
  for (const name of CONSTANT_NAMES) {
    if (name.startsWith('memory_')) continue;
    const { sigma } = CONSTANTS[name];
    const constants = { ...setup.stack.constants, [name]: now[name] * steadyExp(sigma) };
    const moved: Setup = { ...setup, stack: { ...setup.stack, constants } };
    const rate = stepTokensPerSecond(moved, plan);
    variance += steadyLog(rate / base) ** 2;
  }
  return Math.sqrt(variance);
}

/** Standard deviation of ln(throughput): constants, and what the model itself misses. */
export function throughputSpread(setup: Setup, plan: Plan): number {
  const discrepancy = DISCREPANCY[setup.cluster.system.evidence];
  const stack = STACK_DISCREPANCY[setup.stack.evidence];
  return rootSumOfSquares(parameterSpread(setup, plan), discrepancy, stack);
}

/** 80 % interval of a lognormal quantity around its point estimate. */
export function interval80(point: number, spread: number): Interval80 {
  return [point * steadyExp(-Z90 * spread), point * steadyExp(Z90 * spread)];
}
