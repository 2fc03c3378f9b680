import { describe, expect, it } from 'vitest';
import { catalogEntry, catalogIds, catalogSources, KINDS } from '../../src/catalog';

/** Dotted keys of all values, lists as one value. */
function keysOf(value: unknown, prefix = ''): string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [prefix];
  const entries = Object.entries(value);
  if (entries.length === 0) return [prefix];
  return entries.flatMap(([key, inner]) => keysOf(inner, prefix === '' ? key : `${prefix}.${key}`));
}

const covers = (field: string, key: string) =>
  field === 'all' || field === key || key.startsWith(`${field}.`) || field.startsWith(`${key}.`);

describe('every value of the catalog has a source', () => {
  it.each(KINDS.flatMap((kind) => catalogIds(kind).map((id) => [kind, id] as const)))('%s %s', (kind, id) => {
    const fields = catalogSources(kind, id).flatMap((source) => source.fields);
    const keys = keysOf(catalogEntry(kind, id)).filter((key) => key !== 'parameters_note');
    expect(keys.filter((key) => !fields.some((field) => covers(field, key)))).toEqual([]);
  });

  it.each(KINDS)('%s are there', (kind) => expect(catalogIds(kind).length).toBeGreaterThan(3));
});
