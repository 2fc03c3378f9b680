import type { PreparedCluster } from '../prepare';
import type { Resolved } from '../resolve';
import type { FlatModel } from '../schema/model';
import type { FlatRun } from '../schema/run';
import { RUN_KEYS } from '../schema/varied';

const ofRun: readonly string[] = RUN_KEYS satisfies readonly (keyof FlatRun)[];
const MODEL_KEYS: readonly string[] = [
  'experts',
  'top_k',
  'expert_ffn',
  'layers',
  'hidden',
  'max_nodes',
] satisfies (keyof FlatModel)[];
/** Is it an input of the model, which clusters share unless they have one of their own? */
export const isModelKey = (key: string): boolean => MODEL_KEYS.includes(key);

const PLAN_KEYS: readonly string[] = ['tp', 'pp', 'ep', 'cp', 'micro_batch'];

/** The cluster with one number set, in SI. Computing rates of FP8 and FP4 move with `bf16`. */
export function withNumber(cluster: PreparedCluster, key: string, value: number): PreparedCluster {
  if (MODEL_KEYS.includes(key)) return { ...cluster, model: changedModel(cluster.model, key, value) };
  if (ofRun.includes(key)) return { ...cluster, run: { ...cluster.run, [key]: value } };
  if (PLAN_KEYS.includes(key))
    return { ...cluster, flat: { ...cluster.flat, plan: planWith(cluster, key, value) } };
  const { system } = cluster;
  const { flat } = system;
  const changed = (part: Partial<typeof flat>) => ({
    ...cluster,
    system: { ...system, flat: { ...flat, ...part } },
  });
  const chipWith = (part: Partial<typeof system.chip.flat>) => ({
    ...cluster,
    system: { ...system, chip: { ...system.chip, flat: { ...system.chip.flat, ...part } } },
  });
  switch (key) {
    case 'chips':
      return { ...cluster, flat: { ...cluster.flat, chips: value } };
    case 'tokens':
    case 'sequence':
    case 'global_batch':
      return { ...cluster, training: { ...cluster.training, [key]: value } };
    case 'scale_up_bandwidth':
      return changed({ scale_up: { ...flat.scale_up, bandwidth: value } });
    case 'scale_out_bandwidth':
      return changed({ scale_out: { ...flat.scale_out, bandwidth: value } });
    case 'oversubscription':
      return changed({ scale_out: { ...flat.scale_out, oversubscription: value } });
    case 'domain':
      return changed({ scale_up: { ...flat.scale_up, domain: value } });
    case 'power_per_chip':
      return changed({ power_per_chip: value });
    case 'memory':
    case 'memory_bandwidth':
      return chipWith({ [key]: value });
    case 'bf16': {
      const { bf16, fp8, fp4 } = system.chip.flat;
      const factor = value / bf16;
      return chipWith({ bf16: value, fp8: fp8 && fp8 * factor, fp4: fp4 && fp4 * factor });
    }
    default:
      return withConstant(cluster, key, value);
  }
}

function withConstant(cluster: PreparedCluster, name: string, value: number): PreparedCluster {
  const { stack } = cluster;
  const constants = { ...stack.flat.constants, [name]: { ...stack.flat.constants[name], value } };
  return { ...cluster, stack: { ...stack, flat: { ...stack.flat, constants } } };
}

function planWith({ flat }: PreparedCluster, key: string, value: number) {
  const own = flat.plan === 'auto' || flat.plan === undefined ? {} : flat.plan;
  return { ...own, [key]: value };
}

type Model = Resolved<FlatModel>;
const last = new WeakMap<Model, { key: string; value: number; made: Model }>();

/** The same changed model for all clusters of a point, so that what is derived from it is derived once. */
function changedModel(model: Model, key: string, value: number): Model {
  const known = last.get(model);
  if (known?.key === key && known.value === value) return known.made;
  const made = { ...model, flat: { ...model.flat, [key]: value } };
  last.set(model, { key, value, made });
  return made;
}
