import { isObject, type Json, type JsonObject, type Path } from '../../state/json';
import { clustersOf, textAt } from '../../state/scenario';
import { choose, option } from '../../state/store';
import { type Output, outputNames } from './names';

export const namesOf = (now: JsonObject): string[] =>
  clustersOf(now).map((cluster) => textAt(cluster, ['name']));

/** The quantity on show; a ratio needs two clusters. */
export function chosenOutput(clusters: number): Output {
  const output = outputNames().find((name) => name === option('output')) ?? 'tokens_per_second';
  return output === 'tokens_per_second_ratio' && clusters < 2 ? 'tokens_per_second' : output;
}

/** Places of the clusters that are sampled: all, but for those that the link leaves out. */
export function sampledClusters(now: JsonObject): number[] {
  const all = clustersOf(now).map((_, index) => index);
  const chosen = (option('sampled') ?? '').split(',').filter(Boolean).map(Number);
  const kept = all.filter((index) => chosen.includes(index));
  return kept.length > 0 ? kept : all;
}

export function sample(now: JsonObject, index: number, wanted: boolean): void {
  const all = clustersOf(now).map((_, at) => at);
  const kept = sampledClusters(now);
  const next = all.filter((at) => (at === index ? wanted : kept.includes(at)));
  if (next.length > 0) choose('sampled', next.length === all.length ? '' : next.join(','));
}

/** The question about the chosen clusters alone. */
export function askedOf(now: JsonObject): JsonObject {
  const places = sampledClusters(now);
  if (places.length === clustersOf(now).length) return now;
  const clusters = places.map((index) => clustersOf(now)[index]);
  const names = clusters.map((cluster) => textAt(cluster, ['name']));
  const study = now.study as JsonObject;
  const own = isObject(study.clusters) ? study.clusters : {};
  const kept = Object.fromEntries(Object.entries(own).filter(([name]) => names.includes(name)));
  return { ...now, clusters, study: { ...study, clusters: kept } };
}

/** An input with a range; `cluster` is null where it is of all. */
export interface Doubt {
  key: string;
  cluster: string | null;
  path: Path;
  range: Json;
}

export function doubtsOf(now: JsonObject): Doubt[] {
  const study = now.study as JsonObject;
  const of = (inputs: Json | undefined, cluster: string | null, path: Path): Doubt[] =>
    isObject(inputs)
      ? Object.entries(inputs).map(([key, range]) => ({ key, cluster, path: [...path, key], range }))
      : [];
  const own = isObject(study.clusters) ? Object.entries(study.clusters) : [];
  return [
    ...of(study.inputs, null, ['study', 'inputs']),
    ...own.flatMap(([name, inputs]) => of(inputs, name, ['study', 'clusters', name])),
  ];
}
