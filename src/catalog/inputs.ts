import { CONSTANT_NAMES } from '../step';
import { fail, nearest, ok, type Result } from '../units';
import { words } from '../words';
import { build, clusterWith, withValue } from './build';
import { errorAt } from './issues';
import { type Prepared, type PreparedCluster, prepare } from './prepare';
import { VARIED } from './schema/vary';
import type { Store } from './store';
import type { Scenario, ScenarioSource } from './types';
import { presentValue, varyOf } from './vary';
import type { Path } from './yaml';

/** One number set in place of what the file says: an input or a constant of the physics, by name; SI. */
export interface InputChange {
  key: string;
  /** Name of the cluster that is changed; null = all, alike. */
  cluster: string | null;
  value: number;
}

/** A scenario opened once, from which variants are made without reading or resolving anything again. */
export interface OpenInputs {
  /** As written; `vary` expanded. */
  base: Scenario;
  /** What an input is in the file, of the first cluster or the named one; null where the scenario has none. */
  present(key: string, cluster?: string | null): number | null;
  /** The scenario with all of `changes`, later ones on top; a contradiction comes as an error at `path` of the file. */
  change(changes: readonly InputChange[], path?: Path): Result<Scenario>;
}

const isConstant = (key: string): boolean => CONSTANT_NAMES.some((name) => name === key);
const isModelInput = (key: string): boolean => ['experts', 'top_k', 'expert_ffn', 'layers'].includes(key);

/** Names that a change can have. */
export const INPUT_KEYS: readonly string[] = [...Object.keys(VARIED), ...CONSTANT_NAMES];

/** Opens a scenario for changes. That each value of its `vary` suits it is checked by `loadScenario`. */
export function openInputs(source: ScenarioSource, store: Store): Result<OpenInputs> {
  const prepared = prepare(source, store);
  if (!prepared.ok) return prepared;
  const vary = varyOf(prepared.value);
  if (!vary.ok) return vary;
  const built = build(prepared.value, null);
  if (!built.ok) return built;
  const base = { ...built.value, vary: vary.value };
  const { clusters, flat, written } = prepared.value;
  return ok({
    base,
    present(key, cluster = null) {
      const own = cluster === null ? clusters : clusters.filter(({ flat: { name } }) => name === cluster);
      return own.length === 0 ? null : presentValue({ ...prepared.value, clusters: own }, key);
    },
    change(changes, path = []) {
      let changed = prepared.value;
      for (const change of changes) {
        const next = changeOne(changed, change);
        if (next.ok) changed = next.value;
        else return fail(errorAt(written, path, next.message, next.expected, next.nearest));
      }
      const made = build(changed, null, path);
      return made.ok ? ok({ ...made.value, study: flat.study ?? null, vary: base.vary }) : made;
    },
  });
}

type Changed = { ok: true; value: Prepared } | Refusal;
type Refusal = { ok: false; message: string; expected: string; nearest: string | null };

function changeOne(prepared: Prepared, { key, cluster, value }: InputChange): Changed {
  const say = words();
  const change = (one: PreparedCluster) =>
    isConstant(key) ? withConstant(one, key, value) : clusterWith(one, key, value);
  if (!INPUT_KEYS.includes(key)) return refused(key, INPUT_KEYS, say.catalog.notOneOf);
  if (cluster === null) {
    if (!isConstant(key)) return { ok: true, value: withValue(prepared, key, value) };
    return { ok: true, value: { ...prepared, clusters: prepared.clusters.map(change) } };
  }
  const names = prepared.clusters.map(({ flat }) => flat.name);
  if (!names.includes(cluster)) return refused(cluster, names, say.study.noCluster);
  if (isModelInput(key)) {
    return { ok: false, message: say.catalog.ofTheModel(key), expected: say.catalog.forAll, nearest: null };
  }
  const clusters = prepared.clusters.map((one) => (one.flat.name === cluster ? change(one) : one));
  return { ok: true, value: { ...prepared, clusters } };
}

function refused(
  name: string,
  known: readonly string[],
  message: (name: string, near: string | null) => string,
): Refusal {
  const near = nearest(name, known);
  return {
    ok: false,
    message: message(name, near),
    expected: words().catalog.knownIds(known),
    nearest: near,
  };
}

function withConstant(cluster: PreparedCluster, name: string, value: number): PreparedCluster {
  const { stack } = cluster;
  const constants = { ...stack.flat.constants, [name]: { ...stack.flat.constants[name], value } };
  return { ...cluster, stack: { ...stack, flat: { ...stack.flat, constants } } };
}
