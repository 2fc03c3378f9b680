import type { PlanReport } from '../../study';
import { words } from '../words';

/** `TP 1 · PP 8 · …` with only what differs from one. */
export function planText(plan: PlanReport): string {
  const degrees = (['tp', 'pp', 'vpp', 'ep', 'etp', 'cp', 'dp'] as const)
    .filter((key) => plan[key] > 1)
    .map((key) => `${key.toUpperCase()} ${plan[key].toLocaleString('en-US')}`);
  const { report } = words;
  const rest = [report.zero(plan.zero), report.microBatch(plan.micro_batch), plan.schedule];
  for (const chosen of [plan.precision, plan.dispatcher]) if (chosen) rest.push(chosen);
  if (plan.recompute !== 'none') rest.push(report.recompute(plan.recompute));
  return [...degrees, ...rest].join(' · ');
}
