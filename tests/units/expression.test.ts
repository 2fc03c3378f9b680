import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileExpression } from '../../src/units';

const value = (text: string, variables: Record<string, number> = {}) => {
  const compiled = compileExpression(text, Object.keys(variables));
  return compiled.ok ? compiled.value(...Object.values(variables)) : compiled.message;
};

describe('expressions', () => {
  it.each<[string, number]>([
    ['1 + 2 * 3', 7],
    ['2 ^ 3 ^ 2', 512],
    ['-2 ^ 2', -4],
    ['(1 + 2) / 4', 0.75],
    ['min(3, 2, 5) + max(1, 4)', 6],
    ['sqrt(16) + log2(8)', 7],
    ['floor(2.7) + ceil(2.2) + round(2.5)', 8],
    ['64 * 2 ^ i', 512],
    ['base / 2 + i', 53],
    ['2i', 6],
    ['base * 5 %', 5],
  ])('%s', (text, expected) => expect(value(text, { i: 3, base: 100 })).toBe(expected));

  it.each([
    'import({a: 1})',
    'createUnit("foo")',
    'constructor',
    'constructor.constructor("return this")()',
    '__proto__',
    'i.constructor',
    'i["constructor"]',
    'cos.constructor("return process")()',
    '1:1e9',
    'ones(1e4, 1e4)',
    'range(0, 1e7, 1)',
    'zeros(1e9)',
    '[1, 2, 3]',
    '{a: 1}',
    '"text"',
    'true',
    'f(x) = f(x)',
    'i = 3',
    '1; 2',
    'evaluate("1")',
    'parse("1")',
    'simplify("1")',
    'i > 2 ? 1 : 2',
    'i!',
    "i'",
    '1 GB',
    '2 i j',
    'unit(3, "GB")',
    'toString()',
    'valueOf',
    'hasOwnProperty(1)',
    'min()',
    'sqrt(1, 2)',
    'min',
    'i(3)',
    '(min)(1, 2)',
    '',
    ' ',
    '1 +',
    '\u0000',
    'pi',
    'Infinity',
    'end',
  ])('refuses %s', (text) => {
    const compiled = compileExpression(text, ['i']);
    expect(compiled.ok).toBe(false);
    if (!compiled.ok) expect(compiled.message).not.toBe('');
  });

  it('is bounded in length and depth', () => {
    expect(value('1+'.repeat(251))).toMatch(/longer than 500/);
    expect(value(`${'('.repeat(200)}1${')'.repeat(200)}`)).toMatch(/deeper than 32/);
    expect(value(`${'-'.repeat(200)}1`)).toMatch(/deeper than 32/);
    expect(value('2^'.repeat(200).concat('1'))).toMatch(/deeper than 32/);
    expect(value(`${'sqrt('.repeat(31)}1${')'.repeat(31)}`)).toBe(1);
  });

  it('suggests the name that was meant', () => {
    expect(compileExpression('bse * 2', ['base'])).toMatchObject({ nearest: 'base' });
    expect(compileExpression('sqr(2)', [])).toMatchObject({ nearest: 'sqrt' });
  });

  it('never throws, whatever is written', () => {
    const pieces = [
      'i',
      'base',
      'min',
      '(',
      ')',
      '^',
      '*',
      '-',
      '[',
      ']',
      '"',
      '{',
      ':',
      ',',
      '1e9',
      '.',
      'constructor',
    ];
    const texts = fc.oneof(
      fc.string({ maxLength: 60 }),
      fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const compiled = compileExpression(text, ['i', 'base']);
        return !compiled.ok || typeof compiled.value(2, 3) === 'number';
      }),
      { numRuns: 3000 },
    );
  });

  it('computes what JavaScript computes', () => {
    const number = fc.integer({ min: 1, max: 1000 });
    fc.assert(
      fc.property(number, number, number, (a, b, c) => {
        expect(value('(a + b) * c - a / b', { a, b, c })).toBe((a + b) * c - a / b);
      }),
    );
  });
});
