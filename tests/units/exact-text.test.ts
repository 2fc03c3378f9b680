import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exactText } from '../../src/units';

const value = fc.letrec((tie) => ({
  any: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(null, undefined, true, '', 'a', 0, 1, Number.NaN, Number.POSITIVE_INFINITY),
    fc.array(tie('any'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('a', 'b', 'c'), tie('any'), { maxKeys: 3, noNullPrototype: true }),
  ),
})).any;

test('the same data have the same text, other data another', () => {
  fc.assert(
    fc.property(value, value, (a, b) => {
      expect(exactText(structuredClone(a))).toBe(exactText(a));
      let same = true;
      try {
        expect(a).toStrictEqual(b);
      } catch {
        same = false;
      }
      if (!same) expect(exactText(a)).not.toBe(exactText(b));
    }),
    { numRuns: 2000, seed: 5 },
  );
});

test('what is no plain data has none: objects of classes, functions, cycles, however deep', () => {
  const cycle: Record<string, unknown> = {};
  cycle.self = cycle;
  for (const odd of [new Map(), new Date(0), () => 1, Symbol('a'), 1n, cycle, [{ a: [new Set()] }]]) {
    expect(exactText(odd)).toBeNull();
  }
  const deep = Array.from({ length: 200 }).reduce<unknown>((inner) => [inner], 1);
  expect(exactText(deep)).toBe(`${'['.repeat(200)}1${']'.repeat(200)}`);
});
