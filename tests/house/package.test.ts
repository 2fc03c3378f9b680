import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { at } from '../../scripts/project.mjs';

const manifest = JSON.parse(readFileSync(at('package.json'), 'utf8'));

test.skipIf(!existsSync(at('src/index.ts')))(
  "the library's types name only packages installed with it",
  () => {
    const files = readdirSync(at('dist/lib'), { recursive: true, encoding: 'utf8' });
    const named = files
      .filter((file) => file.endsWith('.d.ts'))
      .map((file) => readFileSync(join(at('dist/lib'), file), 'utf8'))
      .flatMap((text) => [...text.matchAll(/(?:from|import\()\s*['"]([^.'"][^'"]*)['"]/g)])
      .map(([, specifier]) => specifier)
      .filter((specifier) => !specifier.startsWith('node:'));
    const installed = Object.keys(manifest.dependencies);
    expect(named.filter((name) => !installed.some((it) => `${name}/`.startsWith(`${it}/`)))).toEqual([]);
  },
);

test('every package is pinned to one version, but for the types of Node', () => {
  const { '@types/node': types, ...pinned } = { ...manifest.dependencies, ...manifest.devDependencies };
  expect(types).toMatch(/^\^20/);
  for (const version of Object.values(pinned)) expect(version).toMatch(/^\d+\.\d+\.\d+$/);
});
