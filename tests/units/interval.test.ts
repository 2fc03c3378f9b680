import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileExpression, compileInterval, judgeAll, judgeAny, judgeCondition } from '../../src/units';

const texts = [
  'a + b',
  'a - b * 2',
  'a * b - b / a',
  'min(a, b, 3) + max(a, 2)',
  'sqrt(a) * log2(b + 1)',
  'floor(a) + ceil(b) - round(a * b)',
  'a ^ 2 - b',
  '(a - b) ^ 2',
  'a / (b - 5)',
  '-a * (b - 3)',
];
const range = fc.tuple(
  fc.double({ min: 0, max: 50, noNaN: true }),
  fc.double({ min: 0, max: 10, noNaN: true }),
);
const inside = fc.double({ min: 0, max: 1, noNaN: true });

describe('intervals', () => {
  it.each(texts)('of %s hold every value that the expression takes', (text) => {
    const wide = compileInterval(text, ['a', 'b']);
    const plain = compileExpression(text, ['a', 'b']);
    if (!wide.ok || !plain.ok) throw new Error(text);
    fc.assert(
      fc.property(range, range, inside, inside, ([aLow, aWide], [bLow, bWide], s, t) => {
        const { low, high } = wide.value([
          { low: aLow, high: aLow + aWide },
          { low: bLow, high: bLow + bWide },
        ]);
        const value = plain.value(
          Math.min(aLow + aWide, aLow + s * aWide),
          Math.min(bLow + bWide, bLow + t * bWide),
        );
        if (!Number.isFinite(value)) return;
        const slack = 1e-9 * Math.max(1, Math.abs(value));
        expect(value).toBeGreaterThanOrEqual(low - slack);
        expect(value).toBeLessThanOrEqual(high + slack);
      }),
    );
  });

  it('hold a quotient by the smallest of numbers', () => {
    const ratio = compileInterval('b / a', ['a', 'b']);
    if (!ratio.ok) throw new Error();
    const least = Number.MIN_VALUE;
    expect(
      ratio.value([
        { low: 0, high: least },
        { low: least, high: least },
      ]),
    ).toEqual({
      low: 1,
      high: Number.POSITIVE_INFINITY,
    });
  });

  it('let nothing through that plain expressions do not', () => {
    for (const text of ['constructor', 'a.b', 'f(a)', 'a = 2', '"x"', 'a; b']) {
      expect(compileInterval(text, ['a', 'b']).ok).toBe(false);
    }
  });

  it('keep what is not known open', () => {
    const sum = compileInterval('a + b', ['a', 'b']);
    if (!sum.ok) throw new Error();
    const open = { low: 0, high: Number.POSITIVE_INFINITY };
    expect(sum.value([{ low: 5, high: 6 }, open])).toEqual({ low: 5, high: Number.POSITIVE_INFINITY });
  });
});

describe('conditions', () => {
  const judge = (low: number, high: number, bounds: object) =>
    judgeAll(judgeCondition({ of: 'x', ...bounds }, ['x'], [{ low, high }]));
  it('are met, not met, or open', () => {
    expect(judge(10, 12, { at_least: 10 }).verdict).toBe(true);
    expect(judge(9, 12, { at_least: 10 }).verdict).toBe(null);
    expect(judge(8, 9, { at_least: 10 }).verdict).toBe(false);
    expect(judge(10, 10, { above: 10 }).verdict).toBe(false);
    expect(judge(9, 12, { at_least: 5, below: 10 }).verdict).toBe(null);
    expect(judge(9, 12, { at_least: 5, below: 9 }).verdict).toBe(false);
  });

  it('have a margin above zero exactly where they are met', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 1, max: 99 }), (value, bound) => {
        fc.pre(value !== bound);
        for (const kind of ['at_least', 'at_most', 'above', 'below']) {
          const { verdict, margin } = judge(value, value, { [kind]: bound });
          expect(margin.low > 0).toBe(verdict);
          expect(Math.abs(margin.low)).toBeCloseTo(Math.abs(value - bound) / bound, 12);
        }
      }),
    );
  });

  it('join: one open part leaves all open unless another decides', () => {
    const [yes, no, open] = [
      judge(5, 5, { at_least: 1 }),
      judge(5, 5, { at_least: 9 }),
      judge(1, 9, { at_least: 5 }),
    ];
    expect(judgeAll([yes, open]).verdict).toBe(null);
    expect(judgeAll([no, open]).verdict).toBe(false);
    expect(judgeAny([yes, open]).verdict).toBe(true);
    expect(judgeAny([no, open]).verdict).toBe(null);
  });
});
