import { addSet, type LayerTable, modelPassSeconds, recomputeFlags } from '../step';
import { addLeastBytes, createLeastBytes, type LeastBytes, type Reach } from './bound';
import type { LayerDegrees, PlanSpace } from './space';

/** Plans that share tensor, context and expert parallelism and micro-batch; they differ in recomputation and pipeline. */
export interface LayerGroup extends LayerDegrees {
  index: number;
  /** Of the groups with the same tp, cp and micro-batch, which share all layers without routed experts. */
  base: number;
  /** What `replicaStep` says of it. */
  step: number;
  reach: Reach;
  /** No plan of the group is faster than this many sequences a second. */
  bound: number;
  /** Has the bound been found from the group's own layer set, not from one with a larger micro-batch? */
  own: boolean;
}

/** The layer sets of all groups and recomputations, each built when it is first asked for. */
export interface LayerSets {
  table: LayerTable;
  flags: ReturnType<typeof recomputeFlags>[];
  /** The plan of the set that is being built; one for all, as there are many. */
  plan: Parameters<typeof addSet>[1];
  /** By group and recomputation: −1, or which set. */
  known: Int32Array;
  /** By base and recomputation: −1, or the offset of the first set. */
  bases: Int32Array;
  /** By set: offset, and seconds of one pass through the model. */
  offsets: number[];
  passes: number[];
  least: LeastBytes;
}

export function createSets(table: LayerTable, space: PlanSpace, groups: number, bases: number): LayerSets {
  const flags = space.recompute.map((recompute) => recomputeFlags({ recompute, recomputeShare: 1 }));
  return {
    table,
    flags,
    plan: { tp: 1, cp: 1, ep: 1, etp: 1, microBatch: 1, recompute: flags[0] },
    known: new Int32Array(groups * space.recompute.length).fill(-1),
    bases: new Int32Array(bases * space.recompute.length).fill(-1),
    offsets: [],
    passes: [],
    least: createLeastBytes(table, space.shardings),
  };
}

/** Which set belongs to a group under recomputation number `recompute`. */
export function setOf(sets: LayerSets, group: LayerGroup, recompute: number): number {
  const { table, flags, known, bases, plan } = sets;
  const key = group.index * flags.length + recompute;
  if (known[key] >= 0) return known[key];
  plan.tp = group.tp;
  plan.cp = group.cp;
  plan.ep = group.ep;
  plan.etp = group.etp;
  plan.microBatch = group.microBatch;
  plan.recompute = flags[recompute];
  const baseKey = group.base * flags.length + recompute;
  const base = bases[baseKey];
  const at = addSet(table, plan, base);
  if (base < 0) bases[baseKey] = at;
  const set = sets.offsets.length;
  known[key] = set;
  sets.offsets.push(at);
  sets.passes.push(modelPassSeconds(table, at));
  addLeastBytes(sets.least, table, at);
  return set;
}
