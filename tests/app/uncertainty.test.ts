import { describe, expect, test } from 'vitest';
import { barAxis } from '../../src/app/views/uncertainty/bars';
import { drawDistribution } from '../../src/app/views/uncertainty/distribution';
import { asKind, endsOf } from '../../src/app/views/uncertainty/ranges';
import { OUTPUTS, rowLength, type UncertaintyReport } from '../../src/study/uncertainty/types';

/** A report of two clusters whose rates are lognormal about the two middles. */
function reportOf(middles: readonly number[], rows: number): UncertaintyReport {
  const shape = { clusters: middles.map((_, index) => `c${index}`), factors: [] };
  const length = rowLength(shape);
  const values = new Float64Array(rows * length);
  let seed = 1;
  const uniform = () => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed / 2_147_483_647;
  };
  for (let at = 0; at < values.length; at++) {
    const sum = Array.from({ length: 12 }, uniform).reduce((a, b) => a + b, -6);
    const cluster = Math.floor((at % (middles.length * OUTPUTS.length)) / OUTPUTS.length);
    values[at] = middles[cluster] * Math.exp(0.1 * sum);
  }
  const raw = { rows: Float64Array.from({ length: rows }, (_, row) => row), values };
  return { ...shape, raw, outputs: [] } as unknown as UncertaintyReport;
}

const areaOf = ({ x, y }: { x: number[]; y: number[] }, of: (value: number) => number) =>
  x.slice(1).reduce((sum, value, at) => sum + ((y[at] + y[at + 1]) / 2) * (of(value) - of(x[at])), 0);

describe('the curves of a distribution', () => {
  test.each([
    ['a plain axis', [1e6, 1.5e6], 'linear', (value: number) => value],
    ['an axis of equal factors', [1e6, 4e7], 'log', Math.log],
  ] as const)('have an area of 1 each on %s', (_, middles, type, of) => {
    const { data, layout } = drawDistribution(reportOf(middles, 300), 'tokens_per_second', [0, 1], 'light');
    expect(layout.xaxis?.type).toBe(type);
    const curves = data.filter((trace) => 'fill' in trace && trace.fill === 'tozeroy');
    expect(curves).toHaveLength(2);
    for (const curve of curves) {
      const area = areaOf(curve as { x: number[]; y: number[] }, of);
      expect(area).toBeGreaterThan(0.95);
      expect(area).toBeLessThan(1.02);
    }
  });

  test('have shares of the samples as their table, in order', () => {
    const { table } = drawDistribution(reportOf([2, 3], 100), 'days', [0, 1], 'dark');
    const medians = table.rows.find(([share]) => share === 50);
    expect(medians?.[1]).toBeCloseTo(2, 0);
    expect(medians?.[2]).toBeCloseTo(3, 0);
    const column = table.rows.map((row) => Number(row[1]));
    expect(column).toEqual([...column].sort((a, b) => a - b));
  });

  test('of a sure value are a spike', () => {
    const sure = reportOf([5], 10);
    sure.raw.values.fill(5);
    const { data } = drawDistribution(sure, 'days', [0], 'light');
    const [curve] = data as unknown as { x: number[] }[];
    for (const x of curve.x) expect(x).toBeCloseTo(5, 12);
  });
});

describe('a range as written', () => {
  test.each([
    ['300 to 500 Gbit/s', { low: '300 Gbit/s', high: '500 Gbit/s' }],
    ['800 Gbit/s to 1.6 Tbit/s', { low: '800 Gbit/s', high: '1.6 Tbit/s' }],
    ['0.02 to 0.1', { low: '0.02', high: '0.1' }],
    ['5 GB/s ± 10 %', { low: '4.5 GB/s', high: '5.5 GB/s' }],
    ['22.8T to 34.2T', { low: '22.8T', high: '34.2T' }],
  ])('%s has two ends', (written, ends) => {
    expect(endsOf(written)).toEqual(ends);
  });

  test('takes another shape and comes back', () => {
    const triangular = asKind('300 to 500 Gbit/s', 'triangular');
    expect(triangular).toEqual({
      low: '300 Gbit/s',
      mode: '300 Gbit/s',
      high: '500 Gbit/s',
      distribution: 'triangular',
    });
    expect(asKind(triangular, 'uniform')).toEqual({
      low: '300 Gbit/s',
      high: '500 Gbit/s',
      distribution: 'uniform',
    });
    expect(asKind(triangular, 'lognormal')).toBe('300 Gbit/s to 500 Gbit/s');
  });
});

test('names of bars are broken into two short lines, in Chinese between characters, and lose no letter', () => {
  const lines = (name: string) => barAxis([name]).ticktext[0].split('<br>');
  expect(lines('fixed cost per doubling of ranks')).toEqual(['fixed cost per doubling of', 'ranks']);
  const chinese = lines('一个算子的起步和最后一个未满的波次（启动间隔之外）');
  expect(chinese).toHaveLength(2);
  expect(chinese.join('')).toBe('一个算子的起步和最后一个未满的波次（启动间隔之外）');
  expect(Math.max(...chinese.map((line) => line.length))).toBeLessThanOrEqual(13);
  expect(lines('由 user-buffer 或 MC2 重叠掩盖的 TP 通信').join('')).toMatch(
    /user-buffer 或 MC2 ?重叠掩盖的 ?TP ?通信$/,
  );
});
