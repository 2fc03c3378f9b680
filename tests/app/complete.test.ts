import { describe, expect, test } from 'vitest';
import { changeTo } from '../../src/app/editor/code-editor';
import { completionsAt } from '../../src/app/editor/complete';
import { placeAt } from '../../src/app/editor/place';

/** The place of the caret that a text marks with |. */
function placeIn(marked: string) {
  const caret = marked.indexOf('|');
  return placeAt(marked.replace('|', ''), caret);
}

describe('the place of a caret', () => {
  test.each([
    ['|', [], 'key', []],
    ['question: x\nmo|', [], 'key', ['question']],
    ['model: gl|', ['model'], 'value', []],
    ['training:\n  tok|', ['training'], 'key', []],
    ['training:\n  tokens: 1T\n  |', ['training'], 'key', ['tokens']],
    ['training:\n  tokens: 1T\n|', [], 'key', ['training']],
    ['training: {tokens: 1T, se|', ['training'], 'key', ['tokens']],
    ['training: {tokens: 1T, precision: |}', ['training', 'precision'], 'value', ['tokens', 'precision']],
    ['clusters:\n  - name: A\n    sys|', ['clusters', 0], 'key', ['name']],
    ['clusters:\n  - name: A\n  - na|', ['clusters', 0], 'key', []],
    ['clusters:\n- name: A\n  stack: |', ['clusters', 0, 'stack'], 'value', []],
    ['clusters:\n  - {name: A, system: {base: |}}', ['clusters', 0, 'system', 'base'], 'value', ['base']],
    ['vary:\n  experts: [64, |]', ['vary', 'experts', 0], 'value', []],
    ['clusters:\n  - {name: A,\n     chips: 8}\npl|', [], 'key', ['clusters']],
    ['mo|\nquestion: x\n\nplan: auto', [], 'key', ['question', 'plan']],
    ['clusters:\n  - name: A\n    |\n    chips: 8\n  - stack: x', ['clusters', 0], 'key', ['name', 'chips']],
    ['# model: {\nques|', [], 'key', []],
    ["question: 'a {b'\nmo|", [], 'key', ['question']],
  ] as const)('%s', (marked, path, at, taken) => {
    const place = placeIn(marked);
    expect(place).toMatchObject({ path, at });
    expect(new Set(place?.taken)).toEqual(new Set(at === 'key' ? taken : place?.taken));
  });

  test.each(['model: x # gl|', 'question: "what |', "question: 'what |'"])(
    'there is none in %s',
    (marked) => {
      expect(placeIn(marked)).toBeNull();
    },
  );

  test('the word begins after what is before it', () => {
    expect(placeIn('training: {tokens: 1T, seq|')?.from).toBe('training: {tokens: 1T, '.length);
    expect(placeIn('model:  gl|')?.from).toBe('model:  '.length);
  });
});

describe('what may stand there', () => {
  const labels = (marked: string) => {
    const place = placeIn(marked);
    return place ? completionsAt(place, null).map(({ label }) => label) : [];
  };
  test('keys of the schema that are not there yet', () => {
    expect(labels('model: glm-5\n|')).toEqual(expect.arrayContaining(['training', 'clusters', 'vary']));
    expect(labels('model: glm-5\n|')).not.toContain('model');
    expect(labels('training: {|}')).toEqual(expect.arrayContaining(['tokens', 'sequence', 'global_batch']));
    expect(labels('clusters:\n  - |')).toEqual(expect.arrayContaining(['system', 'chips', 'stack']));
    expect(labels('study: {kind: uncertainty, inputs: {|}}')).toContain('scale_out_bandwidth');
  });
  test('values that the schema lists', () => {
    expect(labels('training: {precision: |}')).toEqual(expect.arrayContaining(['bf16', 'fp8', 'any']));
    expect(labels('study: {kind: |}')).toEqual(expect.arrayContaining(['parity', 'supply', 'uncertainty']));
    expect(labels('nothing: {here: |}')).toEqual([]);
  });
});

test('a text from elsewhere changes no more than it must', () => {
  expect(changeTo('abc', 'abc')).toBeNull();
  expect(changeTo('a: 1\nb: 2', 'a: 15\nb: 2')).toEqual({ from: 4, to: 4, insert: '5' });
  expect(changeTo('aaa', 'aa')).toEqual({ from: 2, to: 3, insert: '' });
  expect(changeTo('', 'x')).toEqual({ from: 0, to: 0, insert: 'x' });
});
