import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { catalogIds, catalogStack } from '../../src/catalog';
import { CONSTANT_NAMES, CONSTANTS, type ConstantSpec } from '../../src/step';
import { FITTED } from '../../src/step/fitted';
import { parsePoints } from '../../src/study/validate';

const FAMILIES = ['ampere', 'hopper', 'blackwell', 'ascend', 'other'];

/** Source files in which physics and its constants live. */
function physicsSources(): [string, string][] {
  return ['src/step', 'src/run', 'src/study/calibrate'].flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.ts'))
      .map((name): [string, string] => [join(folder, name), readFileSync(join(folder, name), 'utf8')]),
  );
}

describe('no constant belongs to a model, a run or a source', () => {
  test('constants have values by chip family only', () => {
    for (const name of CONSTANT_NAMES) {
      const spec: ConstantSpec = CONSTANTS[name];
      for (const key of [...Object.keys(spec.values), ...Object.keys(FITTED[name] ?? {})])
        expect(FAMILIES, `${name}: ${key}`).toContain(key);
    }
    for (const name of Object.keys(FITTED)) expect(CONSTANT_NAMES).toContain(name);
  });

  test('no string in the physics names a point, a source or a model', () => {
    const points = parsePoints(null);
    if (!points.ok) throw new Error(points.errors[0].message);
    const names = new Set([
      ...points.value.flatMap(({ id, group, model }) => [id, group, model]),
      ...catalogIds('models'),
    ]);
    for (const [file, text] of physicsSources()) {
      const code = text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
      for (const [, literal] of code.matchAll(/'([^'\n]+)'/g)) {
        expect(names.has(literal), `${file} names ${literal}`).toBe(false);
      }
    }
  });

  test('a stack seen in one source, or in none, has no constant of its own', () => {
    for (const id of catalogIds('stacks')) {
      const stack = catalogStack(id);
      if (stack.evidence !== 'measured') expect(stack.constants, id).toEqual({});
    }
  });
});
