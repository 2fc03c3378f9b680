import { z } from 'zod';
import { errorOf, fail, nearest, ok, type Result } from '../units';
import { words } from '../words';
import { errorAt, userErrors } from './issues';
import { isPlain, type Plain } from './merge';
import { chipSchema } from './schema/chip';
import { claimSchema } from './schema/claim';
import { partialChipSchema } from './schema/controls';
import { modelSchema } from './schema/model';
import { priceSchema } from './schema/price';
import { KINDS, type Kind, looseReference } from './schema/reference';
import { ruleSchema } from './schema/rule';
import { scenarioSchemaWith } from './schema/scenario';
import { provenance, type Source } from './schema/sources';
import { stackSchema } from './schema/stack';
import { systemSchemaWith } from './schema/system';
import { type Path, readYaml, type Written } from './yaml';

/** YAML texts by path, such as `scenarios/chips/h100.yaml`. */
type Files = Readonly<Record<string, string>>;

export const schemas = {
  chips: chipSchema,
  'partial-chips': partialChipSchema,
  systems: systemSchemaWith(looseReference),
  models: modelSchema,
  stacks: stackSchema,
  rules: ruleSchema,
  prices: priceSchema,
  claims: claimSchema,
};
export const scenarioSchema = scenarioSchemaWith(looseReference);

/** A catalog file: its values as written, and where they come from. */
interface Entry {
  written: Written;
  values: Plain;
  sources: Source[];
  /** The entry's notes as one text; null = none. */
  notes: string | null;
}

/** The catalog over a set of files; each file is read when it is first asked for, and once. */
export interface Store {
  files: Files;
  ids(kind: Kind): string[];
  entry(kind: Kind, id: string): Result<Entry>;
}

/** Checks `values` against the schema of its kind; errors are placed in `written` at `prefix`. */
export function check<S extends z.ZodType>(
  schema: S,
  values: unknown,
  written: Written,
  prefix: Path = [],
): Result<z.output<S>> {
  const parsed = schema.safeParse(values);
  if (parsed.success) return ok(parsed.data);
  return fail(...userErrors(parsed.error.issues, schema, values, written, prefix));
}

export function createStore(files: Files): Store {
  const ids = Object.fromEntries(KINDS.map((kind) => [kind, idsOf(files, kind)])) as Record<Kind, string[]>;
  const cache = new Map<string, Result<Entry>>();
  return {
    files,
    ids: (kind) => [...ids[kind]],
    entry(kind, id) {
      const path = `scenarios/${kind}/${id}.yaml`;
      const known = cache.get(path);
      if (known) return known;
      if (!ids[kind].includes(id)) {
        const say = words().catalog;
        const near = nearest(id, ids[kind]);
        return fail(errorOf('', say.unknownId(kind, id, near), say.knownIds(ids[kind]), { nearest: near }));
      }
      const entry = readEntry(kind, path, files[path]);
      cache.set(path, entry);
      return entry;
    },
  };
}

function idsOf(files: Files, kind: Kind): string[] {
  const folder = `scenarios/${kind}/`;
  return Object.keys(files)
    .filter((path) => path.startsWith(folder) && path.endsWith('.yaml'))
    .map((path) => path.slice(folder.length, -'.yaml'.length))
    .sort();
}

const origin = z.strictObject(provenance);

/** The schema of a file: what it is, and where that comes from. */
const withProvenance = (schema: z.ZodObject) =>
  schema.safeExtend(provenance) as unknown as z.ZodType<z.output<typeof origin>>;

function readEntry(kind: Kind, path: string, text: string): Result<Entry> {
  const written = readYaml(path, text);
  if (!written.ok) return written;
  const { value } = written.value;
  if (!isPlain(value)) return fail(errorAt(written.value, [], words().catalog.notAMapping, null));
  const checked = check(withProvenance(schemas[kind]), value, written.value);
  if (!checked.ok) return checked;
  const { sources, notes, conflicts, ...values } = value;
  const said = checked.value.notes;
  return ok({
    written: written.value,
    values,
    sources: checked.value.sources,
    notes: said === undefined ? null : [said].flat().join(' '),
  });
}
