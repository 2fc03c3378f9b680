import { existsSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { gzipSync } from 'node:zlib';
import { parseSync } from 'vite';
import { expect, test } from 'vitest';
import { at, pageEntry } from '../../scripts/project.mjs';

/** Bytes, compressed, of all that must arrive before the page works. May only fall. */
const limit = 150_000;

/** index.html, what it names, and what that imports at once; late imports and workers aside. */
function firstLoad(read: (file: string) => string): string[] {
  const html = read('index.html');
  const files = [...html.matchAll(/<(?:script|link)\b[^>]*\b(?:src|href)="(\.\/[^"]+\.(?:js|css))"/g)];
  const found = new Set(['index.html', ...files.map(([, file]) => posix.normalize(file))]);
  for (const file of found) {
    if (!file.endsWith('.js')) continue;
    const { staticImports, staticExports } = parseSync(file, read(file)).module;
    const reExports = staticExports.flatMap(({ entries }) => entries);
    for (const { moduleRequest } of [...staticImports, ...reExports]) {
      if (moduleRequest) found.add(posix.join(posix.dirname(file), moduleRequest.value));
    }
  }
  return [...found];
}

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
