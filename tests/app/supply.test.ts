import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { endText, withEnd } from '../../src/app/views/supply/estimate';
import { lateBy } from '../../src/app/views/supply/late';
import { flopText, monthText, spanText } from '../../src/app/views/supply/text';
import type { SupplyPath } from '../../src/study';

describe('an estimate in fields', () => {
  test('a plain value stays one until it gets a bound, and is one again without bounds', () => {
    expect(withEnd('300k', 'central', '400k')).toBe('400k');
    const bounded = withEnd('300k', 'low', '200k');
    expect(bounded).toEqual({ low: '200k', central: '300k', high: '300k' });
    const open = withEnd(withEnd(bounded, 'low', ''), 'high', '');
    expect(open).toBe('300k');
    expect(withEnd(5, 'central', '')).toBeUndefined();
    expect(withEnd(undefined, 'high', '7')).toEqual({ low: 7, central: 7, high: 7 });
  });

  test('what is typed is what the field shows', () => {
    const text = fc.constantFrom('1', '250k', '1.5M', '30 %');
    fc.assert(
      fc.property(text, text, text, fc.constantFrom('low', 'central', 'high'), (low, central, high, end) => {
        const value = { low, central, high };
        expect(endText(withEnd(value, end as 'low', '42k'), end as 'low')).toBe('42k');
      }),
    );
  });
});

describe('the words of an account', () => {
  test('years are months of a year', () => {
    expect(monthText(2026, 'en')).toBe('Jan 2026');
    expect(monthText(2026.5, 'en')).toBe('Jul 2026');
    expect(monthText(2025.999, 'en')).toBe('Jan 2026');
    expect(monthText(2026.25, 'zh')).toBe('2026年4月');
  });

  test('numbers of FLOP are powers of ten, spans are months and then years', () => {
    expect(flopText(1e27)).toBe('1 × 10²⁷ FLOP');
    expect(flopText(8.34e24)).toBe('8.3 × 10²⁴ FLOP');
    expect(spanText(0.5)).toBe('6 months');
    expect(spanText(-1 / 12)).toBe('1 month');
    expect(spanText(2.25)).toBe('2.3 years');
  });

  test('a path that never gets there is behind by what is left at least', () => {
    const path = (name: string, reached: number | null) =>
      ({ name, reached_year: reached, points: [{ year: 2024 }, { year: 2032 }] }) as unknown as SupplyPath;
    const paths = [path('a', 2026), path('b', null), path('c', 2028), path('d', null)];
    expect(lateBy(paths, 'a', 'b')).toEqual({ early: 'a', late: 'b', years: 6 });
    expect(lateBy(paths, 'b', 'c')).toEqual({ early: 'c', late: 'b', years: 4 });
    expect(lateBy(paths, 'a', 'c')).toBeNull();
    expect(lateBy(paths, 'b', 'd')).toBeNull();
  });
});
