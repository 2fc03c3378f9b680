import type { Plan, Setup } from '../step';

/** Why nothing fits, and what would have to change; `leanest` is the plan that came nearest. */
export function infeasibleReason(
  setup: Setup,
  leanest: { plan: Plan; bytes: number } | null,
  usable: number,
): string {
  const { dies } = setup.cluster.system.chip;
  const gigabytes = (bytes: number) => `${((bytes * dies) / 1e9).toFixed(0)} GB`;
  if (leanest === null)
    return 'no parallel plan divides this cluster, batch and model under the given limits';
  const { plan, bytes } = leanest;
  return (
    `does not fit: the leanest plan (TP${plan.tp} PP${plan.pp} EP${plan.ep} DP${plan.dp}, recompute ` +
    `${plan.recompute}) needs ${gigabytes(bytes)} a chip of ${gigabytes(usable)} usable; more chips or more memory ` +
    'a chip would make it fit'
  );
}
