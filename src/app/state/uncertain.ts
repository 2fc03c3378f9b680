import { isObject, type JsonObject, type Path } from './json';
import { withoutVaried } from './vary';

/** The scenario as a question of uncertainty; one of another kind becomes it with every input as given. */
export function asUncertainty(now: JsonObject): JsonObject {
  const asked = isObject(now.study) && now.study.kind === 'uncertainty';
  return { ...withoutVaried(now), study: asked ? now.study : { kind: 'uncertainty' } };
}

/** Where the range of an input stands; an empty name is of all clusters. */
export const pathOf = (key: string, cluster: string): Path =>
  cluster === '' ? ['study', 'inputs', key] : ['study', 'clusters', cluster, key];
