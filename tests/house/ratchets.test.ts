import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { at } from '../../scripts/project.mjs';
import { readSources } from './import-graph';
import { badLockEntries, count, longerThan } from './ratchets';

/** May only fall. */
const limits = { any: 0, suppressions: 0, bytesOfAFile: 15_000 };

describe('src/', () => {
  const counts = count(readSources(at('src')));

  test.each(['any', 'suppressions'] as const)('has no more "%s" than the limit', (name) => {
    expect(counts[name]).toBeLessThanOrEqual(limits[name]);
  });

  test('has no file above the limit', () => {
    expect(longerThan(limits.bytesOfAFile, readSources(at('src'), /\.(tsx?|css|html)$/))).toEqual([]);
  });
});

test('every entry of the lock file can be installed anywhere', () => {
  expect(badLockEntries(JSON.parse(readFileSync(at('package-lock.json'), 'utf8')))).toEqual([]);
});

test('the counters count', () => {
  const sources = {
    'a.ts': '// @ts-ignore\nexport const a: any = 1; /* biome-ignore lint: x */ type B = any[];',
    'b.ts': 'export const any = "@ts-ignore: any";',
  };
  expect(count(sources)).toEqual({ any: 2, suppressions: 2 });
  expect(longerThan(4, { a: '1234', b: '12345', c: 'éé1' })).toEqual(['b', 'c']);
  const packages = {
    '': { version: '1.0.0' },
    a: {},
    b: { version: '1.0.0', resolved: 'https://x.example/b' },
  };
  expect(badLockEntries({ packages })).toEqual(['a', 'b']);
});
