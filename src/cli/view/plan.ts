import type { PlanReport } from '../../study';

/** "TP8 PP16 VPP2 EP32 DP48 ZeRO-1 MBS1 interleaved, recompute act+moe"; degrees of one are left out, "ZeRO-3/64" shards over 64 ranks. */
export function planText(plan: PlanReport): string {
  const degrees = (['tp', 'pp', 'vpp', 'ep', 'etp', 'cp', 'dp'] as const)
    .filter((name) => plan[name] > 1)
    .map((name) => `${name.toUpperCase()}${plan[name]}`);
  const schedule = plan.pp > 1 ? ` ${plan.schedule}` : '';
  const recompute = plan.recompute === 'none' ? '' : `, recompute ${plan.recompute}`;
  const chosen = [plan.precision, plan.dispatcher].filter((one) => one !== undefined);
  return `${[...degrees, `ZeRO-${plan.zero}${plan.shard_group > 0 ? `/${plan.shard_group}` : ''}`, `MBS${plan.micro_batch}`, ...chosen].join(' ')}${schedule}${recompute}`;
}
