import type { LayerTable } from '../step';
import { fittingReach, type Reach, reachOf } from './bound';
import { type LayerGroup, setOf } from './groups';
import { heapify, sink } from './heap';
import type { Pipeline } from './pipelines';
import { replicaStep } from './replicas';
import { eachLayerPlan, type PlanSpace } from './space';
import { hopeful, type Walk, walkGroup } from './walk';

/** A walk without a goal: bounds depend on none. */
type Unaimed = Omit<Walk, 'goal'>;

/** Every combination of the layer plan, in the order of the space; bounds are still open. */
export function layerGroups(
  table: LayerTable,
  space: PlanSpace,
  all: readonly Pipeline[],
  globalBatch: number,
): LayerGroup[] {
  const groups: LayerGroup[] = [];
  const reaches = new Map<number, Reach>();
  const count = space.microBatch.length;
  eachLayerPlan(space, (tp, cp, ep, etp, microBatch, base) => {
    const shard = tp * cp;
    const key = shard * count + (base % count);
    const reach = reaches.get(key) ?? reachOf(table, all, space.ranks, shard, microBatch, globalBatch);
    reaches.set(key, reach);
    const step = replicaStep(ep * etp, shard);
    const bound = Number.POSITIVE_INFINITY;
    const index = groups.length;
    // Written out, because spreading a few thousand of them takes longer than the rest of this.
    groups.push({ index, tp, cp, ep, etp, microBatch, reach, base, step, bound, own: false });
  });
  return groups;
}

/** Bounds a group by its own layer set under the leanest recomputation, on the fastest pipeline that can hold it. */
function boundByOwn({ sets, pipelines: all, usable }: Unaimed, group: LayerGroup): void {
  const set = setOf(sets, group, 0);
  group.bound = fittingReach(group.reach, all, sets.least, set, usable) / sets.passes[set];
  group.own = true;
}

/**
 * Bounds every group, those of the largest micro-batch by their own sets. A larger micro-batch never takes longer a
 * sequence, as kernels, hosts and latencies are used better; so its set, which costs time to build, bounds the others.
 */
function boundGroups(walk: Unaimed, groups: readonly LayerGroup[]): void {
  const { space, sets, pipelines: all, usable } = walk;
  const sizes = space.microBatch.length;
  const largest = space.microBatch.indexOf(Math.max(...space.microBatch));
  for (let first = 0; first < groups.length; first += sizes) {
    const model = groups[first + largest];
    boundByOwn(walk, model);
    const set = setOf(sets, model, 0);
    for (let i = first; i < first + sizes; i++) {
      const group = groups[i];
      if (group === model) continue;
      const reach = fittingReach(group.reach, all, sets.least, set, usable);
      group.bound = (reach * model.microBatch) / (sets.passes[set] * group.microBatch);
    }
  }
}

const ahead = (a: LayerGroup, b: LayerGroup): boolean => a.bound > b.bound;

/** Bounds all groups; no plan of any of them is faster than the sequences a second that are returned. */
export function boundWalk(walk: Unaimed, groups: readonly LayerGroup[]): number {
  boundGroups(walk, groups);
  return groups.reduce((most, { bound }) => Math.max(most, bound), 0);
}

/** All groups, those with the highest bound first, as long as one can hold a plan to keep; `boundWalk` comes before. */
export function walkGroups(walk: Walk, groups: readonly LayerGroup[]): void {
  if (walk.exhaustive) {
    for (const group of groups) walkGroup(walk, group);
    return;
  }
  const heap = [...groups];
  let size = heap.length;
  heapify(heap, ahead);
  while (size > 0) {
    const [group] = heap;
    if (!hopeful(walk, group.bound, 0)) return;
    if (group.own) {
      walkGroup(walk, group);
      heap[0] = heap[--size];
    } else boundByOwn(walk, group);
    sink(heap, 0, size, ahead);
  }
}
