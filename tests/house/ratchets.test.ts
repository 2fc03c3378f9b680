import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { at } from '../../scripts/project.mjs';
import { unusedExports } from './exports';
import { readSources } from './import-graph';
import { badLockEntries, count, longerThan } from './ratchets';

/** May only fall. */
const limits = { any: 0, suppressions: 0, bytesOfAFile: 15_000, unusedExports: 0 };

describe('src/', () => {
  const counts = count(readSources(at('src')));

  test.each(['any', 'suppressions'] as const)('has no more "%s" than the limit', (name) => {
    expect(counts[name]).toBeLessThanOrEqual(limits[name]);
  });

  test('has no file above the limit', () => {
    expect(longerThan(limits.bytesOfAFile, readSources(at('src'), /\.(tsx?|css|html)$/))).toEqual([]);
  });
});

test('no more names than the limit are exported from src/ and asked for by no other file', () => {
  const sources = ['src', 'tests'].flatMap((folder) =>
    Object.entries(readSources(at(folder))).map(([file, text]) => [`${folder}/${file}`, text] as const),
  );
  const unused = unusedExports(Object.fromEntries(sources), ['src/index.ts']);
  const ofSrc = unused.filter((name) => name.startsWith('src/'));
  expect(ofSrc.length, ofSrc.join('\n')).toBeLessThanOrEqual(limits.unusedExports);
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

test('the search for unused exports follows names through front doors', () => {
  const sources = {
    'index.ts': "export { offered } from './room';",
    'room/index.ts': "export { offered, shelved } from './a'; export * from './b';",
    'room/a.ts': 'export const offered = 1, shelved = 2; export const alone = offered;',
    'room/b.ts': 'export const starred = 3; export default 4; export type Late = 5;',
    'main.ts': "import * as room from './room'; export type A = import('./room/b').Late; room.starred;",
    'both.ts': "import { alone } from './room/a'; export const used = alone; export { used as renamed };",
  };
  const unused = unusedExports(sources, ['index.ts']);
  expect(unused).toEqual([
    'both.ts: renamed',
    'both.ts: used',
    'main.ts: A',
    'room/a.ts: shelved',
    'room/index.ts: shelved',
  ]);
});
