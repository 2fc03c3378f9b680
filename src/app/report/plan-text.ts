import type { PlanReport } from '../../study';
import { words } from '../words';

type Degree = 'tp' | 'pp' | 'vpp' | 'ep' | 'etp' | 'cp' | 'dp';

/** `TP 2`, `PP 8`, … with only what differs from one, in this order. */
export const degreeTexts = <D extends Degree>(names: readonly D[], of: (name: D) => number): string[] =>
  names
    .filter((name) => of(name) > 1)
    .map((name) => `${name.toUpperCase()} ${of(name).toLocaleString('en-US')}`);

/** `TP 1 · PP 8 · …` with only what differs from one. */
export function planText(plan: PlanReport): string {
  const degrees = degreeTexts(['tp', 'pp', 'vpp', 'ep', 'etp', 'cp', 'dp'], (name) => plan[name]);
  const { report } = words;
  const rest = [report.zero(plan.zero), report.microBatch(plan.micro_batch), plan.schedule];
  for (const chosen of [plan.precision, plan.dispatcher]) if (chosen) rest.push(chosen);
  if (plan.recompute !== 'none') rest.push(report.recompute(plan.recompute));
  return [...degrees, ...rest].join(' · ');
}
