import { assembleBytes, bindLayout, type Plan } from '../step';
import { meanRankBytes } from './bound';
import { type LayerGroup, setOf } from './groups';
import { chooseReplicas, costsOf } from './replicas';
import { layerPlan } from './space';
import { layoutOf, shard, type Walk } from './walk';

/** The plan that comes nearest to fitting, and the bytes that a rank would need for it. */
export interface Leanest {
  plan: Plan;
  bytes: number;
}

/** Searches all plans for the one that needs least memory; of equals the first in the order of the space. Null without any plan. */
export function leanestPlan(walk: Omit<Walk, 'goal'>, groups: readonly LayerGroup[]): Leanest | null {
  const { space, sets, pipelines, replicas, table, assembly, exhaustive } = walk;
  let found: Leanest | null = null;
  for (const group of groups) {
    const plan = layerPlan(group, space.recompute[0], walk.choice);
    for (let r = 0; r < space.recompute.length; r++) {
      plan.recompute = space.recompute[r];
      const set = setOf(sets, group, r);
      for (let k = 0; k < pipelines.length; k++) {
        const pipeline = pipelines[k];
        const { pp } = pipeline;
        const ranks = group.tp * group.cp;
        if (ranks * pp > space.ranks || group.ep * group.etp * pp > space.ranks) continue;
        const least = meanRankBytes(sets.least, set, pipeline);
        if (!exhaustive && found !== null && least > found.bytes * (1 + 1e-9)) continue;
        chooseReplicas(replicas, walk, ranks, group.step, group.microBatch, pipeline);
        if (replicas.count === 0) continue;
        plan.pp = pp;
        plan.schedule = pipeline.schedule;
        plan.vpp = pipeline.vpp;
        bindLayout(assembly, table, sets.offsets[set], layoutOf(walk, k));
        for (let i = 0; i < replicas.count; i++) {
          plan.dp = replicas.dp[i];
          for (let z = 0; z < space.shardings.length; z++) {
            if (!shard(plan, space, z)) continue;
            const bytes = assembleBytes(assembly, table, costsOf(replicas, table, plan, i, z));
            if (found === null || bytes < found.bytes) found = { plan: { ...plan }, bytes };
          }
        }
      }
    }
  }
  return found;
}
