import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { at } from '../../scripts/project.mjs';
import { inStep, readText, TEXT_LIMIT } from '../../src/app/editor/document';
import type { JsonObject } from '../../src/app/state/json';
import { addCluster, override, removeCluster, setField } from '../../src/app/state/scenario';

const text = readFileSync(at('scenarios/glm5-ascend-vs-h100.yaml'), 'utf8');
const commented = `# first
question: Why?   # asked by many
model: glm-5  # the model
training: {tokens: 28.5T, sequence: 4096}
clusters:
  # the old one
  - {name: A, system: dgx-h100, chips: 64, stack: megatron-2025}
  # the new one
  - name: B
    system: dgx-h800  # eight chips
    chips: 128
    stack: megatron-2025
# last
`;
const read = (source: string): JsonObject => {
  const scenario = readText(source);
  if (!scenario) throw new Error(`not readable: ${source}`);
  return scenario;
};
const step = (source: string, next: JsonObject): string => {
  const result = inStep(source, next);
  if (result === null) throw new Error('not readable');
  expect(readText(result)).toEqual(next);
  return result;
};

describe('an edit of the form', () => {
  test('changes the value and leaves comments and layout alone', () => {
    const next = setField(read(commented), ['clusters', 1, 'chips'], 256);
    // The spaces before a comment are one afterwards.
    const plain = (source: string) => source.replace(/ +#/g, ' #').split('\n').filter(Boolean);
    expect(plain(step(commented, next))).toEqual(plain(commented.replace('chips: 128', 'chips: 256')));
    expect(step(commented, read(commented))).toBe(commented);
  });

  test('opens an id in place', () => {
    const next = override(read(commented), ['model'], ['experts'], 512);
    expect(step(commented, next)).toContain('model: {base: glm-5, experts: 512}');
    expect(step(step(commented, next), read(commented))).toContain('model: glm-5');
  });

  test('that adds or removes a cluster keeps the comments of the others', () => {
    const without = step(commented, removeCluster(read(commented), 0));
    expect(without).toContain('# eight chips');
    expect(without).not.toContain('dgx-h100');
    const more = step(
      commented,
      addCluster(read(commented), (n) => `Cluster ${n}`),
    );
    for (const comment of ['# the old one', '# the new one', '# eight chips', '# last'])
      expect(more).toContain(comment);
  });

  test('of any kind makes the text mean the new scenario', () => {
    const value = fc.jsonValue({ maxDepth: 3 }).map((made) => JSON.parse(JSON.stringify(made)));
    const key = fc.oneof(
      fc.constantFrom('model', 'clusters', 'training', 'question', 'vary', 'study'),
      fc.string({ minLength: 1 }),
    );
    const changes = fc.dictionary(key, value).filter((made) => !Object.hasOwn(made, '__proto__'));
    fc.assert(
      fc.property(fc.constantFrom(text, commented), changes, changes, (start, first, second) => {
        const once = { ...read(start), ...first } as JsonObject;
        const after = step(start, once);
        step(after, { ...read(start), ...second } as JsonObject);
      }),
      { numRuns: 200 },
    );
  });
});

test.each([
  ['nothing', ''],
  ['a list', '- a'],
  ['a syntax error', 'a: [1'],
  ['a doubled key', 'a: 1\na: 2'],
  ['an alias bomb', 'a: &a [1]\nb: [*a, *a]'],
  ['too much', `a: ${'x'.repeat(TEXT_LIMIT)}`],
])('%s is no scenario', (_, source) => {
  expect(readText(source)).toBeNull();
  expect(inStep(source, { a: 1 })).toBeNull();
});
