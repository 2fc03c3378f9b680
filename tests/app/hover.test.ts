import { expect, test } from 'vitest';
import { folded, hoverLines, rangedLines } from '../../src/app/figures/hover';
import { metricText } from '../../src/app/report/metric-text';

test('a value under the pointer has its unit, and its interval on the next line in the digits that this supports', () => {
  expect(rangedLines(48.31, [31.9, 142.4], metricText.days)).toEqual([
    '48 days',
    '80 %: 32 days to 140 days',
  ]);
  expect(rangedLines(5.5432, [4.91, 6.27], metricText.forOne, String)).toEqual([
    '5.5 chips for one',
    '80 %: 4.9 to 6.3',
  ]);
  expect(rangedLines(1.25, null, metricText.energy)).toEqual(['1.25 GWh']);
  expect(rangedLines(null, [1, 2], metricText.cost)).toEqual([]);
});

test('an end that is open is said to be, and names are text whatever they hold', () => {
  expect(rangedLines(2, [1, null], metricText.forOne, String)[1]).toBe('80 %: 1 to any');
  expect(hoverLines('<b>A</b>', null, 'MFU')).toBe('&lt;b>A&lt;/b><br>MFU');
});

test('long lines are broken for a phone, at spaces and after Chinese commas', () => {
  expect(folded('TP 8 · PP 4 · VPP 12 · EP 256 · DP 1,920')).toBe(
    'TP 8 · PP 4 · VPP 12 · EP<br>256 · DP 1,920',
  );
});
