import fc from 'fast-check';
import { expect, test } from 'vitest';
import { middleOf, parseQuantity, parseRange } from '../../src/units';

test.each([
  ['300 to 500 Gbit/s', 'bandwidth', 37.5e9, 62.5e9],
  ['300 Gbit/s to 0.5 Tbit/s', 'bandwidth', 37.5e9, 62.5e9],
  ['300–500 Gbit/s', 'bandwidth', 37.5e9, 62.5e9],
  ['4 to 6', 'ratio', 4, 6],
  ['2 to 4 USD/hour', 'usd-per-hour', 2, 4],
  ['10 to 20T', 'tokens', 10e12, 20e12],
  ['20T to 30T', 'tokens', 20e12, 30e12],
  ['4k – 8k', 'count', 4000, 8000],
  ['100 MB/s to 1 GB/s', 'bandwidth', 0.1e9, 1e9],
  ['5 ± 10%', 'ratio', 5 / 1.1, 5.5],
  ['80 GB +/- 10 %', 'bytes', 80e9 / 1.1, 88e9],
  ['5 ± 0.5 GB', 'bytes', 5e9 / 1.1, 5.5e9],
  ['7', 'count', 7, 7],
] as const)('%s', (text, dimension, low, high) => {
  const range = parseRange(text, dimension);
  if (!range.ok) throw new Error(range.message);
  expect(range.low).toBeCloseTo(low, Math.max(0, 10 - Math.ceil(Math.log10(low))));
  expect(range.high / high).toBeCloseTo(1, 12);
});

test.each([
  ['500 to 300 Gbit/s', 'bandwidth'],
  ['300 to 500', 'bandwidth'],
  ['300 to 500 Gbit', 'bandwidth'],
  ['-1 to 3', 'ratio'],
  ['a to b', 'count'],
  ['5 ± x', 'ratio'],
] as const)('%s is refused', (text, dimension) => {
  expect(parseRange(text, dimension)).toMatchObject({ ok: false, message: expect.any(String) });
});

test('never throws, and ends are in order', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const range = parseRange(text, 'bytes');
      if (range.ok) expect(range.low).toBeLessThanOrEqual(range.high);
    }),
  );
});

test.each([
  ['300 to 500 Gbit/s', 'bandwidth'],
  ['5 GB ± 10 %', 'bytes'],
  ['20T – 30T', 'tokens'],
  ['4k..8k', 'count'],
] as const)('where one value is wanted, %s is said to be a range', (text, dimension) => {
  const parsed = parseQuantity(text, dimension);
  expect(parsed).toMatchObject({ ok: false, message: expect.stringContaining('is a range') });
  expect(!parsed.ok && parsed.expected).toContain('uncertainty');
});

test.each([
  ['300 to 500 Gbit/s', false, '387 Gbit/s'],
  ['20T to 30T', false, '24.5T'],
  ['4000 to 8000 sequences', true, '5660 sequences'],
  ['6 to 11', true, '8'],
  ['5 ± 0.5 GB', false, '5 GB'],
  ['5 GB/s ± 10 %', false, '5 GB/s'],
  ['100 MB/s to 1 GB/s', false, '100 MB/s'],
  ['400 Gbit/s', false, null],
])('%s has its middle in the same words', (text, whole, middle) => {
  expect(middleOf(text, whole)).toBe(middle);
});
