import { isObject, type Json, type JsonObject } from './json';
import { clustersOf, textAt } from './scenario';

/** Something that a scenario takes otherwise than the catalog and the program do. */
interface Changed {
  /** What it is, by its keys. */
  name: string;
  value: string;
  /** The clusters that it is of; null where it is of all. */
  clusters: string[] | null;
}

/** Keys that say which entry something builds on, and what it is called. */
const NAMES = ['base', 'name'];

/** Constants, the run's assumptions and values of catalog entries that the scenario sets over what they are without it. */
export function changedIn(scenario: JsonObject): Changed[] {
  const clusters = clustersOf(scenario);
  const own = new Map<string, Changed & { clusters: string[] }>();
  for (const cluster of clusters) {
    const name = textAt(cluster, ['name']);
    for (const [key, value] of clusterLeaves(cluster)) {
      const id = `${key} ${value}`;
      const known = own.get(id) ?? { name: key, value, clusters: [] };
      known.clusters.push(name);
      own.set(id, known);
    }
  }
  const ofAll = [...overLeaves(scenario.model), ...leaves(scenario.run, '')].map(([name, value]) => {
    return { name, value, clusters: null };
  });
  const ofSome = [...own.values()].map((one) => {
    return { ...one, clusters: one.clusters.length === clusters.length ? null : one.clusters };
  });
  return [...ofAll, ...ofSome];
}

function clusterLeaves({ system, stack, model, run }: JsonObject): [string, string][] {
  const constants = isObject(stack) ? leaves(stack.constants, '') : [];
  const others = isObject(stack) ? overLeaves({ ...stack, constants: {} }) : [];
  return [...overLeaves(model), ...overLeaves(system), ...others, ...constants, ...leaves(run, '')];
}

/** What an entry sets over the one that it builds on; an entry of the file's own has nothing to be compared with. */
const overLeaves = (entry: Json | undefined): [string, string][] =>
  isObject(entry) && typeof entry.base === 'string' ? leaves(entry, '') : [];

function leaves(value: Json | undefined, path: string): [string, string][] {
  if (!isObject(value)) return value === undefined ? [] : [[path, plain(value)]];
  const { value: constant } = value;
  if (typeof constant === 'number') return [[path, plain(constant)]];
  return Object.entries(value).flatMap(([key, part]) =>
    NAMES.includes(key) ? [] : leaves(part, path === '' ? key : `${path}.${key}`),
  );
}

const plain = (value: Json): string => (typeof value === 'string' ? value : JSON.stringify(value));
