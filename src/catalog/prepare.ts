import { fail, ok, type Result, type UserError } from '../units';
import { words } from '../words';
import { errorAt } from './issues';
import { isPlain } from './merge';
import { type Resolved, type ResolvedSystem, resolveModel, resolveStack, resolveSystem } from './resolve';
import type { FlatModel } from './schema/model';
import type { FlatRun } from './schema/run';
import type { FlatCluster, FlatScenario } from './schema/scenario';
import type { FlatStack } from './schema/stack';
import type { FlatTraining } from './schema/training';
import { check, type Store, scenarioSchema } from './store';
import type { ScenarioSource } from './types';
import { readYaml, type Written, writtenValue } from './yaml';

/** A scenario with its references followed, still in flat keys and SI: the form in which an input can be varied. */
export interface Prepared {
  written: Written;
  flat: FlatScenario;
  model: Resolved<FlatModel>;
  clusters: PreparedCluster[];
}

export interface PreparedCluster {
  flat: FlatCluster;
  /** The scenario's training with the cluster's own laid over it. */
  training: FlatTraining;
  /** The scenario's assumptions of a whole run with the cluster's own laid over them. */
  run: FlatRun;
  /** The scenario's model, or the cluster's own. */
  model: Resolved<FlatModel>;
  system: ResolvedSystem;
  stack: Resolved<FlatStack>;
}

/** Reads the source into plain data, from text or as given. */
export const readSource = (source: ScenarioSource): Result<Written> =>
  'text' in source ? readYaml(source.file, source.text) : writtenValue(source.file, source.value);

/** Checks a scenario against the schema and follows its references; independent errors come together. */
export function prepare(source: ScenarioSource, store: Store): Result<Prepared> {
  const read = readSource(source);
  if (!read.ok) return read;
  const written = read.value;
  if (!isPlain(written.value)) {
    return fail(errorAt(written, [], words().catalog.notAMapping, words().catalog.expectedKind.object));
  }
  const checked = check(scenarioSchema, written.value, written);
  const errors: UserError[] = checked.ok ? [] : [...checked.errors];
  const take = <T>(result: Result<T>): T | null => {
    if (result.ok) return result.value;
    errors.push(...result.errors);
    return null;
  };
  const asWritten = checked.ok ? checked.value : referencesOf(written.value);
  const model =
    asWritten.model === undefined ? null : take(resolveModel(asWritten.model, written, ['model'], store));
  const parts = asWritten.clusters.map((cluster, index) => {
    const path = ['clusters', index];
    return {
      model:
        cluster.model === undefined
          ? null
          : take(resolveModel(cluster.model, written, [...path, 'model'], store)),
      system:
        cluster.system === undefined
          ? null
          : take(resolveSystem(cluster.system, written, [...path, 'system'], store)),
      stack:
        cluster.stack === undefined
          ? null
          : take(resolveStack(cluster.stack, written, [...path, 'stack'], store)),
    };
  });
  if (!checked.ok || !model) return fail(...distinct(errors));
  const flat = checked.value;
  errors.push(...doubledNames(flat, written));
  const clusters: PreparedCluster[] = [];
  for (const [index, { model: own, system, stack }] of parts.entries()) {
    const cluster = flat.clusters[index];
    if (!system || !stack) continue;
    clusters.push({
      flat: cluster,
      training: { ...flat.training, ...cluster.training },
      run: { ...flat.run, ...cluster.run },
      model: own ?? model,
      system,
      stack,
    });
  }
  if (errors.length > 0) return fail(...distinct(errors));
  return ok({ written, flat, model, clusters });
}

type References = Partial<Pick<FlatScenario, 'model'>> & {
  clusters: Partial<Pick<FlatCluster, 'model' | 'system' | 'stack'>>[];
};

/** The references of a scenario that fails the schema elsewhere, so that their errors come with the others. */
function referencesOf(value: Record<string, unknown>): References {
  const reference = (part: unknown) => (typeof part === 'string' || isPlain(part) ? part : undefined);
  const clusters = Array.isArray(value.clusters) ? value.clusters.slice(0, 8) : [];
  return {
    model: reference(value.model),
    clusters: clusters.map((cluster: unknown) =>
      isPlain(cluster)
        ? {
            model: reference(cluster.model),
            system: reference(cluster.system),
            stack: reference(cluster.stack),
          }
        : {},
    ),
  };
}

function doubledNames(flat: FlatScenario, written: Written): UserError[] {
  const say = words().catalog;
  const names = flat.clusters.map(({ name }) => name);
  return names.flatMap((name, index) =>
    names.indexOf(name) < index
      ? [errorAt(written, ['clusters', index, 'name'], say.duplicateName(name), say.uniqueName)]
      : [],
  );
}

/** In the order of the text, without repetitions: two clusters may find the same fault in what they share. */
export function distinct(errors: readonly UserError[]): UserError[] {
  const different = [...new Map(errors.map((error) => [JSON.stringify(error), error])).values()];
  const place = ({ line, column }: UserError) => (line ?? 0) * 1e6 + (column ?? 0);
  return different.sort((a, b) => place(a) - place(b));
}
