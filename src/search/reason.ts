import type { Plan, Setup } from '../step';
import { words } from '../words';

/** Why nothing fits, and what would have to change; `leanest` is the plan that came nearest. */
export function infeasibleReason(
  setup: Setup,
  leanest: { plan: Plan; bytes: number } | null,
  usable: number,
): string {
  const say = words().step;
  if (leanest === null) return say.noPlan;
  const { dies } = setup.cluster.system.chip;
  const { plan, bytes } = leanest;
  const named = `TP${plan.tp} PP${plan.pp} EP${plan.ep} DP${plan.dp}`;
  return say.leanest(named, plan.recompute, bytes * dies, usable * dies);
}
