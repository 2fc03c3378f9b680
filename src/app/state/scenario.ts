import { equal, getIn, isObject, type Json, type JsonObject, type Path, setIn } from './json';

/** Reads and edits a scenario of the published schema, leaving alone what the form has no field for. */

export const MAX_CLUSTERS = 4;

/** The catalog id that an entry names or builds on; null for an inline entry. */
export function idOf(entry: Json | undefined): string | null {
  if (typeof entry === 'string') return entry;
  const base = getIn(entry, ['base']);
  return typeof base === 'string' ? base : null;
}

export function clustersOf(scenario: JsonObject): JsonObject[] {
  const clusters = scenario.clusters;
  return Array.isArray(clusters) ? clusters.filter(isObject) : [];
}

/** A field's value as the text of an input; '' where it is not given. */
export function textAt(scenario: JsonObject, path: Path): string {
  const value = getIn(scenario, path);
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/**
 * Sets or, with undefined, removes an override below an entry that may be a plain id: `glm-5` becomes
 * `{base: glm-5, experts: 512}`, and a plain id again once nothing is overridden.
 */
export function override(scenario: JsonObject, entry: Path, key: Path, value: Json | undefined): JsonObject {
  const now = getIn(scenario, entry);
  const open: Json = typeof now === 'string' ? { base: now } : (now ?? {});
  return setIn(scenario, entry, closed(prune(setIn(open, key, value), key)));
}

/** Objects on the way that a removal left empty go too. */
function prune(value: Json, path: Path): Json {
  for (let length = path.length - 1; length > 0; length--) {
    const above = getIn(value, path.slice(0, length));
    const onlyBase = isObject(above) && Object.keys(above).every((key) => key === 'base');
    if (onlyBase) return prune(setIn(value, path.slice(0, length), undefined), path.slice(0, length));
  }
  return value;
}

function closed(entry: Json): Json {
  return isObject(entry) && Object.keys(entry).length === 1 && typeof entry.base === 'string'
    ? entry.base
    : entry;
}

/** Sets or removes a field; a section that this leaves empty is removed. */
export function setField(scenario: JsonObject, path: Path, value: Json | undefined): JsonObject {
  const next = setIn(scenario, path, value);
  const section = path.slice(0, -1);
  const empty = section.length > 0 && equal(getIn(next, section), {});
  return empty ? setIn(next, section, undefined) : next;
}

/** Chooses another catalog entry; overrides of the old one do not carry over. */
export function choose(scenario: JsonObject, path: Path, id: string): JsonObject {
  return setIn(scenario, path, id);
}

/** A copy of the last cluster under a new name. */
export function addCluster(scenario: JsonObject, name: (n: number) => string): JsonObject {
  const clusters = clustersOf(scenario);
  const taken = new Set(clusters.map((cluster) => cluster.name));
  let n = clusters.length + 1;
  while (taken.has(name(n))) n++;
  return {
    ...scenario,
    clusters: [...clusters, { ...structuredClone(clusters.at(-1) ?? {}), name: name(n) }],
  };
}

export function removeCluster(scenario: JsonObject, index: number): JsonObject {
  return { ...scenario, clusters: clustersOf(scenario).filter((_, at) => at !== index) };
}
