import type { Chip, System } from '../hardware';
import { fail, ok, type Result } from '../units';
import { words } from '../words';
import { expandModel } from './expand-model';
import { errorAt } from './issues';
import { keepResolved } from './kept';
import { merge, type Plain } from './merge';
import { modelProblems, type Problem, systemProblems } from './problems';
import type { FlatChip } from './schema/chip';
import type { FlatModel } from './schema/model';
import type { Kind, ReferenceValue } from './schema/reference';
import type { FlatStack } from './schema/stack';
import type { FlatSystem } from './schema/system';
import { check, type Store, schemas } from './store';
import type { Path, Written } from './yaml';

/** A reference followed: the values of the thing, with changes laid over them. */
interface Followed {
  id: string;
  values: Plain;
}

/** Follows an id, or `{base: id, …changes}`, or takes a thing written in place. */
function follow(
  kind: Kind,
  reference: ReferenceValue,
  written: Written,
  path: Path,
  store: Store,
): Result<Followed> {
  if (typeof reference === 'string') {
    const entry = store.entry(kind, reference);
    if (entry.ok) return ok({ id: reference, values: entry.value.values });
    return fail(...entry.errors.map((error) => (error.file ? error : { ...error, ...here(written, path) })));
  }
  const { base, ...changes } = reference;
  if (base === undefined) return ok({ id: String(changes.name ?? 'inline'), values: changes });
  if (typeof base !== 'string') {
    const say = words().catalog;
    const shown = words().units.show(JSON.stringify(base));
    return fail(errorAt(written, [...path, 'base'], say.wrongKind(shown, say.expectedKind.string), null));
  }
  const below = follow(kind, base, written, [...path, 'base'], store);
  return below.ok ? ok({ id: `${base}*`, values: merge(below.value.values, changes) }) : below;
}

function here(written: Written, path: Path) {
  const { file, path: dottedPath, line, column } = errorAt(written, path, '', null);
  return { file, path: dottedPath, line, column };
}

function withProblems<T>(value: T, problems: Problem[], written: Written, path: Path): Result<T> {
  if (problems.length === 0) return ok(value);
  return fail(
    ...problems.map((problem) =>
      errorAt(written, [...path, ...problem.path], problem.message, problem.expected),
    ),
  );
}

export interface Resolved<T> {
  id: string;
  flat: T;
}

/** A model reference → checked flat values (SI). */
export const resolveModel = keepResolved((reference, written, path, store): Result<Resolved<FlatModel>> => {
  const followed = follow('models', reference, written, path, store);
  if (!followed.ok) return followed;
  const checked = check(schemas.models, followed.value.values, written, path);
  if (!checked.ok) return checked;
  const resolved = { id: followed.value.id, flat: checked.value };
  return withProblems(resolved, modelProblems(checked.value), written, path);
});

export interface ResolvedSystem extends Resolved<FlatSystem> {
  chip: Resolved<FlatChip>;
}

/** A system reference, and the chip it names → checked flat values (SI). */
export const resolveSystem = keepResolved((reference, written, path, store): Result<ResolvedSystem> => {
  const followed = follow('systems', reference, written, path, store);
  if (!followed.ok) return followed;
  const checked = check(schemas.systems, followed.value.values, written, path);
  if (!checked.ok) return checked;
  const chip = resolveChip(checked.value.chip, written, [...path, 'chip'], store);
  if (!chip.ok) return chip;
  const resolved = { id: followed.value.id, flat: checked.value, chip: chip.value };
  return withProblems(resolved, systemProblems(checked.value), written, path);
});

export const resolveChip = keepResolved((reference, written, path, store): Result<Resolved<FlatChip>> => {
  const followed = follow('chips', reference, written, path, store);
  if (!followed.ok) return followed;
  const checked = check(schemas.chips, followed.value.values, written, path);
  return checked.ok ? ok({ id: followed.value.id, flat: checked.value }) : checked;
});

/** A stack reference → checked flat values. */
export const resolveStack = keepResolved((reference, written, path, store): Result<Resolved<FlatStack>> => {
  const followed = follow('stacks', reference, written, path, store);
  if (!followed.ok) return followed;
  const checked = check(schemas.stacks, followed.value.values, written, path);
  return checked.ok ? ok({ id: followed.value.id, flat: checked.value }) : checked;
});

export const toModel = ({ id, flat }: Resolved<FlatModel>) => expandModel(id, flat);

export function toChip({ id, flat }: Resolved<FlatChip>): Chip {
  return {
    id,
    name: flat.name,
    vendor: flat.vendor,
    family: flat.family,
    dies: flat.dies,
    peakFlops: { bf16: flat.bf16, fp8: flat.fp8, fp4: flat.fp4 },
    microscaled: flat.microscaled,
    memoryBytes: flat.memory,
    memoryBandwidth: flat.memory_bandwidth,
    memoryKind: flat.controls?.memory_kind ?? null,
    tdpWatts: flat.tdp,
    cores: flat.cores,
    priceUsd: flat.price,
    rentUsdPerHour: flat.rent,
  };
}

export function toSystem({ id, flat, chip }: ResolvedSystem): System {
  return {
    id,
    name: flat.name,
    chip: toChip(chip),
    chipsPerNode: flat.chips_per_node,
    scaleUp: {
      topology: flat.scale_up.topology,
      domainChips: flat.scale_up.domain,
      bandwidth: flat.scale_up.bandwidth,
    },
    scaleOut: {
      bandwidth: flat.scale_out.bandwidth,
      oversubscription: flat.scale_out.oversubscription,
      kind: flat.scale_out.kind,
    },
    hostCpu: flat.host_cpu,
    serverWattsPerChip: flat.power_per_chip,
    serverPriceUsd: flat.server_price,
    networkPriceUsd: flat.network_price,
    evidence: flat.evidence,
  };
}
