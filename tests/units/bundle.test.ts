import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { describe, expect, it } from 'vitest';

const units = fileURLToPath(new URL('../../src/units/index.ts', import.meta.url));

/** Names of the modules that a bundle has when it takes only these exports of the units room. */
async function modulesFor(names: string): Promise<string[]> {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id.endsWith('/entry') ? '\0entry' : undefined),
        load: (id) => (id === '\0entry' ? `export { ${names} } from ${JSON.stringify(units)};` : undefined),
      },
    ],
    build: { write: false, minify: false, lib: { entry: 'entry', formats: ['es'] } },
  });
  const outputs = Array.isArray(built)
    ? built.flatMap(({ output }) => output)
    : 'output' in built
      ? built.output
      : [];
  return outputs.flatMap((part) => (part.type === 'chunk' ? Object.keys(part.modules) : []));
}

describe('the front door of units', () => {
  it('does not bring mathjs to who only formats', async () => {
    const modules = await modulesFor('formatBytes, formatQuantity, nearest');
    expect(modules.length).toBeGreaterThan(0);
    expect(modules.filter((name) => name.includes('mathjs'))).toEqual([]);
  });

  it('brings it to who parses', async () => {
    const modules = await modulesFor('parseQuantity');
    expect(modules.some((name) => name.includes('mathjs'))).toBe(true);
  });
});
