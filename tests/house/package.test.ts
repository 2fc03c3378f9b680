import { existsSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { expect, test } from 'vitest';
import { at } from '../../scripts/project.mjs';

const manifest = JSON.parse(readFileSync(at('package.json'), 'utf8'));

test.skipIf(!existsSync(at('src/index.ts')))(
  "the library's types name only packages installed with it",
  () => {
    const files = new Set(['index.d.ts']);
    const named: string[] = [];
    for (const file of files) {
      const text = readFileSync(at('dist/lib', file), 'utf8');
      for (const [, specifier] of text.matchAll(/(?:from|import\()\s*['"]([^'"]+)['"]/g)) {
        if (specifier.startsWith('.')) {
          files.add(posix.join(posix.dirname(file), specifier.replace(/\.js$/, '.d.ts')));
        } else named.push(specifier);
      }
    }
    const installed = Object.keys(manifest.dependencies);
    expect(named.filter((name) => !installed.some((it) => `${name}/`.startsWith(`${it}/`)))).toEqual([]);
  },
);

test('every package is pinned to one version, but for the types of Node', () => {
  const { '@types/node': types, ...pinned } = { ...manifest.dependencies, ...manifest.devDependencies };
  expect(types).toMatch(/^\^20/);
  for (const version of Object.values(pinned)) expect(version).toMatch(/^\d+\.\d+\.\d+$/);
});
