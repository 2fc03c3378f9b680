import { existsSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { at, pageEntry } from '../../scripts/project.mjs';
import { firstLoad } from './first-load';

/** Bytes, compressed, of all that must arrive before the page works. May only fall. */
const limit = 150_000;

test.skipIf(!existsSync(pageEntry()))('the first load of the page stays within its limit', () => {
  const read = (file: string) => readFileSync(at('dist/page', file), 'utf8');
  const sizes = Object.fromEntries(firstLoad(read).map((file) => [file, gzipSync(read(file)).length]));
  const total = Object.values(sizes).reduce((sum, size) => sum + size, 0);
  expect(total, JSON.stringify(sizes)).toBeLessThanOrEqual(limit);
});

test('the first load is followed through imports', () => {
  const files: Record<string, string> = {
    'index.html':
      '<script type="module" src="./assets/a.js"></script><link rel="stylesheet" href="./assets/s.css">',
    'assets/a.js': 'import "./b.js"; import("./late.js");',
    'assets/b.js': 'export { c } from "./c.js";',
    'assets/c.js': 'export const c = 1;',
    'assets/s.css': '',
  };
  expect(firstLoad((file) => files[file]).sort()).toEqual(Object.keys(files).sort());
});
