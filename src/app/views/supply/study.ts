import { getIn, isObject, type Json, type JsonObject } from '../../state/json';
import { clustersOf, textAt } from '../../state/scenario';
import { withoutVaried } from '../../state/vary';

export const isSupply = (now: JsonObject): boolean => isObject(now.study) && now.study.kind === 'supply';

export const plain = (now: JsonObject): JsonObject => withoutVaried(now);

const YEARS = 3;

/** An account that begins with the scenario's own chips: a path for each cluster. */
export function withOwnChips(now: JsonObject, year: number): JsonObject {
  const paths = clustersOf(now).map((cluster): JsonObject => {
    const name = textAt(cluster, ['name']);
    return { name, flows: [{ cluster: name, stock: getIn(cluster, ['chips']) ?? 0, yearly: [] }] };
  });
  return { ...plain(now), study: { kind: 'supply', from: year, to: year + YEARS, paths } };
}

export const pathsOf = (now: JsonObject): JsonObject[] => objects(getIn(now, ['study', 'paths']));

export const objects = (value: Json | undefined): JsonObject[] =>
  Array.isArray(value) ? value.filter(isObject) : [];
