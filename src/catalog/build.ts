import type { Model } from '../model';
import { defaultRunAssumptions, type RunAssumptions } from '../run';
import { fail, ok, type Result, type UserError } from '../units';
import { errorAt } from './issues';
import { toConstraints } from './plan';
import { distinct, type Prepared, type PreparedCluster } from './prepare';
import { modelProblems, type Problem, systemProblems } from './problems';
import { toModel, toSystem } from './resolve';
import type { FlatRun } from './schema/scenario';
import { toStack } from './stack';
import { resolveTraining } from './training';
import type { Case, Scenario } from './types';
import type { Vary } from './vary';
import type { Path } from './yaml';

/** The typed scenario of a prepared one; contradictions of changed inputs are placed at `path`. */
export function build(
  prepared: Prepared,
  vary: Vary | null,
  path: Path = vary ? ['vary', vary.key] : [],
): Result<Scenario> {
  const { flat, model, clusters, written } = prepared;
  const errors: UserError[] = [];
  const add = (problems: Problem[]) => {
    errors.push(...problems.map(({ message, expected }) => errorAt(written, path, message, expected)));
  };
  add(modelProblems(model.flat));
  for (const { system } of clusters) add(systemProblems(system.flat));
  if (errors.length > 0) return fail(...distinct(errors));
  const expanded = modelOf(model);
  const cases: Case[] = [];
  for (const [index, cluster] of clusters.entries()) {
    const system = toSystem(cluster.system);
    const training = resolveTraining(
      cluster.training,
      model.flat,
      system.chip,
      cluster.stack.flat,
      (key, message, expected) => {
        const own = Object.hasOwn(cluster.flat.training, key);
        const path = own ? ['clusters', index, 'training', key] : ['training', key];
        return errorAt(written, path, message, expected);
      },
    );
    if (!training.ok) {
      errors.push(...training.errors);
      continue;
    }
    cases.push({
      cluster: cluster.flat.name,
      setup: {
        model: expanded,
        cluster: { name: cluster.flat.name, system, chips: cluster.flat.chips },
        training: training.value,
        stack: toStack(cluster.stack),
      },
      constraints: toConstraints(flat.plan, cluster.flat.plan),
      run: { ...defaultRunAssumptions(system), ...runOverrides(flat.run) },
    });
  }
  if (errors.length > 0) return fail(...distinct(errors));
  return ok({ question: flat.question, cases, model: model.flat.name, vary, study: flat.study ?? null });
}

const models = new WeakMap<Prepared['model'], Model>();

/** One typed model for all variants of a scenario that leave the model alone: what is derived from it is kept with it. */
function modelOf(prepared: Prepared['model']): Model {
  const known = models.get(prepared);
  if (known) return known;
  const made = toModel(prepared);
  models.set(prepared, made);
  return made;
}

function runOverrides(run: FlatRun): Partial<RunAssumptions> {
  const given: Partial<RunAssumptions> = {
    failuresPer1000NodeDays: run.failures_per_1000_node_days,
    restartSeconds: run.restart,
    checkpointBlockingSeconds: run.checkpoint_blocking,
    otherLossShare: run.other_loss,
    powerDrawShare: run.power_draw,
    pue: run.pue,
    usdPerChipHour: run.usd_per_chip_hour,
  };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

/** The scenario with one input set, for all clusters alike. Computing rates of FP8 and FP4 move with `bf16`. */
export function withValue(prepared: Prepared, key: string, value: number): Prepared {
  const model = ['experts', 'top_k', 'expert_ffn', 'layers'].includes(key)
    ? { ...prepared.model, flat: { ...prepared.model.flat, [key]: value } }
    : prepared.model;
  return {
    ...prepared,
    model,
    clusters: prepared.clusters.map((cluster) => clusterWith(cluster, key, value)),
  };
}

export function clusterWith(cluster: PreparedCluster, key: string, value: number): PreparedCluster {
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
    case 'sequence':
    case 'global_batch':
      return { ...cluster, training: { ...cluster.training, [key]: value } };
    case 'scale_up_bandwidth': {
      const { link, bandwidth } = flat.scale_up;
      return changed({
        scale_up: { ...flat.scale_up, bandwidth: value, link: link && link * (value / bandwidth) },
      });
    }
    case 'scale_out_bandwidth':
      return changed({ scale_out: { ...flat.scale_out, bandwidth: value } });
    case 'domain':
      return changed({ scale_up: { ...flat.scale_up, domain: value } });
    case 'memory':
    case 'memory_bandwidth':
      return chipWith({ [key]: value });
    case 'bf16': {
      const { bf16, fp8, fp4 } = system.chip.flat;
      const factor = value / bf16;
      return chipWith({ bf16: value, fp8: fp8 && fp8 * factor, fp4: fp4 && fp4 * factor });
    }
    default:
      return cluster;
  }
}
