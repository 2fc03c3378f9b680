import type { Setup } from '../step';
import { words } from '../words';
import type { Leanest } from './lean';
import { pinProblem, pinsOf } from './pins';
import type { PlanConstraints } from './types';

/** The plan that came nearest to fitting, null without any plan, and the bytes that a rank may use. */
export interface Nearest {
  leanest: Leanest | null;
  usable: number;
}

/** Why nothing fits, and what would have to change; of what the user pinned, what is the cause by itself. */
export function infeasibleReason(
  setup: Setup,
  constraints: PlanConstraints,
  nearestOf: (constraints: PlanConstraints) => Nearest,
): string {
  const say = words();
  const problem = pinProblem(setup, constraints);
  if (problem !== null) return problem;
  const { leanest, usable } = nearestOf(constraints);
  if (leanest === null) {
    const alone = pinsOf(constraints).filter(({ without }) => nearestOf(without).leanest !== null);
    return alone.length > 0 ? say.pins.alone(alone.map(({ text }) => text)) : say.step.noPlan;
  }
  const { dies } = setup.cluster.system.chip;
  const { plan, bytes } = leanest;
  const named = `TP${plan.tp} PP${plan.pp} EP${plan.ep} DP${plan.dp}`;
  const needs = say.step.leanest(named, plan.recompute, bytes * dies, usable * dies);
  const freed = pinsOf(constraints).filter(({ without }) => {
    const free = nearestOf(without);
    return free.leanest !== null && free.leanest.bytes <= free.usable;
  });
  return freed.length > 0
    ? say.step.pinned(needs, say.pins.freed(freed.map(({ text }) => text)))
    : say.step.larger(needs);
}
