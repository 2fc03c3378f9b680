import { type Dimension, fail, nearest, ok, type Result, type UserError } from '../../units';
import { words } from '../../words';
import { errorAt } from '../issues';
import type { Prepared, PreparedCluster } from '../prepare';
import { limitsOfField } from '../schema/fields';
import { CHOSEN, VARIED } from '../schema/varied';
import { type FlatVary, MOST_ROWS, type VaryValues } from '../schema/vary';
import type { Store } from '../store';
import type { Vary, VaryAxis } from '../types';
import type { Path } from '../yaml';
import { type Apply, choices } from './choice';
import { derivedColumns, rowNames } from './derived';
import { presentValue } from './present';
import { latinHypercube } from './sample';
import { withNumber } from './set';
import { gridValues, type Input, repeatedSteps, sampledValues } from './values';

const units: Readonly<Partial<Record<Dimension, string>>> = {
  bandwidth: 'B/s',
  bytes: 'B',
  flops: 'FLOP/s',
  seconds: 's',
  watts: 'W',
  'usd-per-hour': 'USD/h',
};

/** One input as it is written: its key, where it stands, and the cluster it is of (null: all). */
interface Written {
  key: string;
  path: Path;
  cluster: number | null;
  spec: VaryValues | readonly string[];
}

interface Axis extends VaryAxis {
  /** For a choice, what each of its names makes of a cluster. */
  apply: Apply[] | null;
  path: Path;
}

/** What a scenario varies, and how a point of it is made. */
export interface Varying {
  vary: Vary;
  /** The scenario at point `index`. */
  at(prepared: Prepared, index: number): Prepared;
  /** Where an input stands that a problem is about; the first one where it is none of them. */
  pathOf(key: string): Path;
}

/** What the scenario's `vary` asks for, values in SI and in the order written; null where nothing varies. */
export function varyOf(prepared: Prepared, store: Store): Result<Varying | null> {
  const { vary: flat } = prepared.flat;
  if (flat === undefined) return ok(null);
  const { written } = prepared;
  const listed = inputsOf(flat, prepared);
  if (!listed.ok) return listed;
  const inputs = listed.value;
  if (inputs.length === 0) return ok(null);
  const { sampling } = flat;
  const places = sampling && latinHypercube(inputs.length, sampling.latin_hypercube, sampling.seed);
  const errors: UserError[] = [];
  const axes: Axis[] = [];
  for (const [index, input] of inputs.entries()) {
    const axis = axisOf(input, places?.[index] ?? null, prepared, store);
    if (axis.ok) axes.push(axis.value);
    else errors.push(...axis.errors);
  }
  const columns = axes.map(({ column }) => column);
  const derived = derivedColumns(flat.derived ?? {}, rowNames(axes), columns, written);
  if (!derived.ok) errors.push(...derived.errors);
  if (errors.length > 0 || !derived.ok) return fail(...errors);

  const points =
    sampling?.latin_hypercube ?? axes.reduce((product, { values }) => product * values.length, 1);
  const rows = points * prepared.clusters.length;
  if (rows > MOST_ROWS) {
    const say = words().catalog;
    return fail(errorAt(written, ['vary'], say.varyRows(rows), say.varyRowsExpected(MOST_ROWS), null, true));
  }
  const vary: Vary = {
    ...{ key: axes[0].key, unit: axes[0].unit, values: axes[0].values },
    axes: axes.map(({ apply: _, path: __, ...axis }) => axis),
    points,
    sampled: sampling !== undefined,
    derived: derived.value,
  };
  return ok({
    vary,
    at: (base, index) => pointAt(base, axes, pointValues(vary, index)),
    pathOf: (key) => (axes.find((axis) => axis.key === key) ?? axes[0]).path,
  });
}

/** The value of each axis at a point; of a grid the last axis moves fastest. */
export function pointValues({ axes, points, sampled }: Vary, index: number): number[] {
  if (!(index >= 0 && index < points)) throw new RangeError(`point ${index} of ${points}`);
  if (sampled) return axes.map(({ values }) => values[index]);
  const found: number[] = [];
  let rest = index;
  for (let at = axes.length - 1; at >= 0; at--) {
    const { values } = axes[at];
    found[at] = values[rest % values.length];
    rest = Math.floor(rest / values.length);
  }
  return found;
}

function pointAt(base: Prepared, axes: readonly Axis[], values: readonly number[]): Prepared {
  const clusters = base.clusters.map((cluster, index) =>
    axes.reduce<PreparedCluster>((made, { key, cluster: only, apply }, at) => {
      if (only !== null && only !== index) return made;
      return apply ? apply[values[at]](made) : withNumber(made, key, values[at]);
    }, cluster),
  );
  return { ...base, clusters };
}

const CHOICES = Object.keys(CHOSEN);

/** The inputs in the order in which they are written, choices first: a number is set on what was chosen. */
function inputsOf(flat: FlatVary, prepared: Prepared): Result<Written[]> {
  const { written } = prepared;
  const errors: UserError[] = [];
  const inputs: Written[] = [];
  const group = (given: FlatVary | undefined, raw: unknown, path: Path, cluster: number | null) => {
    for (const key of Object.keys(Object(raw))) {
      if (key === 'constants') {
        const own = given?.constants ?? {};
        for (const name of Object.keys(Object(Reflect.get(Object(raw), key)))) {
          const spec = own[name as keyof typeof own];
          if (spec !== undefined) inputs.push({ key: name, path: [...path, key, name], cluster, spec });
        }
        continue;
      }
      if (!(key in VARIED || key in CHOSEN)) continue;
      const spec = given?.[key as keyof FlatVary] as Written['spec'] | undefined;
      if (spec !== undefined) inputs.push({ key, path: [...path, key], cluster, spec });
    }
  };
  const raw: unknown = Reflect.get(Object(written.value), 'vary');
  group(flat, raw, ['vary'], null);
  const names = prepared.clusters.map(({ flat: cluster }) => cluster.name);
  for (const [name, own] of Object.entries(flat.clusters ?? {})) {
    const path = ['vary', 'clusters', name];
    const cluster = names.indexOf(name);
    if (cluster < 0) {
      const near = nearest(name, names);
      const { noCluster, oneOf } = words().study;
      errors.push(errorAt(written, path, noCluster(name), oneOf(names), near, true));
      continue;
    }
    group(own, Reflect.get(Object(Reflect.get(Object(raw), 'clusters')), name), path, cluster);
  }
  const first = (input: Written) => (CHOICES.includes(input.key) ? 0 : 1);
  return errors.length > 0 ? fail(...errors) : ok(inputs.sort((a, b) => first(a) - first(b)));
}

function axisOf(input: Written, places: Float64Array | null, prepared: Prepared, store: Store): Result<Axis> {
  const { key, path, cluster, spec } = input;
  const { written, clusters } = prepared;
  const column = cluster === null ? key : `${clusters[cluster].flat.name}: ${key}`;
  if (CHOICES.includes(key)) {
    const labels = spec as readonly string[];
    const apply = choices(key, labels, written, path, store);
    if (!apply.ok) return apply;
    const values = places
      ? Array.from(places, (place) => Math.floor(place * labels.length))
      : labels.map((_, index) => index);
    return ok({
      ...{ key, cluster, column, path, values },
      ...{ unit: '', labels: [...labels], repeated: 0, apply: apply.value },
    });
  }
  const base = presentValue(clusters[cluster ?? 0], key);
  if (base === null) return fail(errorAt(written, path, words().catalog.varyUnusable(key), null, null, true));
  const dimension = VARIED[key] ?? 'ratio';
  const described: Input = { dimension, limits: limitsOfField(key), base, written, path };
  const asked = spec as VaryValues;
  const values = places ? sampledValues(asked, places, described) : gridValues(asked, described);
  if (!values.ok) return values;
  return ok({
    key,
    cluster,
    column,
    unit: units[dimension] ?? '',
    values: values.value,
    labels: null,
    repeated: places ? 0 : repeatedSteps(asked, values.value),
    apply: null,
    path,
  });
}
