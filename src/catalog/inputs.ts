import { CONSTANT_NAMES } from '../step';
import { fail, nearest, ok, type Result, type UserError } from '../units';
import { words } from '../words';
import { build } from './build';
import { errorAt } from './issues';
import { type Prepared, prepare } from './prepare';
import { VARIED } from './schema/varied';
import type { Store } from './store';
import type { Scenario, ScenarioSource } from './types';
import { varyOf } from './vary';
import { presentValue } from './vary/present';
import { isModelKey, withNumber } from './vary/set';
import type { Path } from './yaml';

/** One number set in place of what the file says: an input or a constant of the physics, by name; SI. */
interface InputChange {
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
  /** An error about what is written at `path`. */
  error(path: Path, message: string, expected: string | null, near?: string | null): UserError;
}

/** Names that a change can have. */
export const INPUT_KEYS: readonly string[] = [...Object.keys(VARIED), ...CONSTANT_NAMES];

/** Opens a scenario for changes. That each value of its `vary` suits it is checked by `loadScenario`. */
export function openInputs(source: ScenarioSource, store: Store): Result<OpenInputs> {
  const prepared = prepare(source, store);
  if (!prepared.ok) return prepared;
  const varying = varyOf(prepared.value, store);
  if (!varying.ok) return varying;
  const built = build(prepared.value, null);
  if (!built.ok) return built;
  const base = { ...built.value, vary: varying.value?.vary ?? null };
  const { clusters, flat, written } = prepared.value;
  return ok({
    base,
    present(key, cluster = null) {
      const own = clusters.find(({ flat: { name } }) => cluster === null || name === cluster);
      const value = own ? presentValue(own, key) : null;
      return Number.isNaN(value) ? null : value;
    },
    error: (path, message, expected, near = null) => errorAt(written, path, message, expected, near),
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
  if (!INPUT_KEYS.includes(key)) return refused(key, INPUT_KEYS, say.catalog.notOneOf);
  if (cluster === null) {
    const all = prepared.clusters.map((one) => withNumber(one, key, value));
    return { ok: true, value: { ...prepared, clusters: all } };
  }
  const names = prepared.clusters.map(({ flat }) => flat.name);
  if (!names.includes(cluster)) return refused(cluster, names, say.study.noCluster);
  if (isModelKey(key)) {
    return { ok: false, message: say.catalog.ofTheModel(key), expected: say.catalog.forAll, nearest: null };
  }
  const clusters = prepared.clusters.map((one) =>
    one.flat.name === cluster ? withNumber(one, key, value) : one,
  );
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
