import { describe, expect, test } from 'vitest';
import { catalogEntry, catalogIds, catalogSources, KINDS } from '../../src/catalog';

const all = KINDS.flatMap((kind) => catalogIds(kind).map((id) => [kind, id] as const));

/** Dotted keys of the values, objects opened. */
function keysOf(value: unknown, prefix: string): string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [prefix];
  if (Object.keys(value).length === 0) return [prefix];
  return Object.entries(value).flatMap(([key, part]) => keysOf(part, prefix ? `${prefix}.${key}` : key));
}

const covers = (field: string, key: string) =>
  field === 'all' || key === field || key.startsWith(`${field}.`);

describe.each(all)('%s/%s', (kind, id) => {
  const sources = catalogSources(kind, id);
  const keys = keysOf(catalogEntry(kind, id), '').filter((key) => key !== 'parameters_note');

  test('every value has a source', () => {
    const bare = keys.filter(
      (key) => !sources.some(({ fields }) => fields.some((field) => covers(field, key))),
    );
    expect(bare).toEqual([]);
  });

  test('every source names values of the file', () => {
    const stray = sources.flatMap(({ fields }) =>
      fields.filter((field) => field !== 'all' && !keys.some((key) => covers(field, key))),
    );
    expect(stray).toEqual([]);
  });

  test('an address is a web address, and a source of grade A has one', () => {
    for (const { url, confidence, title, ref } of sources) {
      if (url !== undefined) expect(url).toMatch(/^https?:\/\/\S+$/);
      if (confidence === 'A') expect(url ?? ref, title).toBeDefined();
    }
  });
});
