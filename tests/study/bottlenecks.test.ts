import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { RESOURCES } from '../../src/step';
import { mergeReports, runPart, splitTask } from '../../src/study';
import { bordersOf } from '../../src/study/bottlenecks/borders';
import { runTask } from './run-task';

/** Two fields that are level on the line a·ln x + b·ln y = c. */
function twoFields(a: number, b: number, c: number) {
  const x = [1, 2, 4, 8, 16];
  const y = [1, 3, 9, 27];
  const height = (u: number, v: number) => a * Math.log(u) + b * Math.log(v) - c;
  const field = (sign: number) =>
    Float64Array.from(y.flatMap((v) => x.map((u) => 0.5 + sign * height(u, v))));
  return { grid: { x, y, fields: [field(1), field(-1)] }, height };
}

const slope = fc.double({ min: -1, max: 1, noNaN: true }).filter((value) => Math.abs(value) > 0.05);

describe('borders', () => {
  test('lie where the fields are level, between the cells that they part', () => {
    fc.assert(
      fc.property(slope, slope, fc.double({ min: -1, max: 3, noNaN: true }), (a, b, c) => {
        const { grid, height } = twoFields(a, b, c);
        const sides = Array.from(grid.fields[0], (value, at) => value >= grid.fields[1][at]);
        const pieces = bordersOf(grid);
        expect(pieces.length > 0).toBe(new Set(sides).size > 1);
        for (const { x1, y1, x2, y2, one, other } of pieces) {
          expect([one, other]).toEqual([0, 1]);
          expect(height(x1, y1)).toBeCloseTo(0, 4);
          expect(height(x2, y2)).toBeCloseTo(0, 4);
        }
      }),
    );
  });

  test('are left out where a corner has no value', () => {
    const { grid } = twoFields(1, 1, 1);
    const holes = grid.fields.map((field) => field.map((value, at) => (at === 0 ? Number.NaN : value)));
    expect(bordersOf({ ...grid, fields: holes }).length).toBeLessThan(bordersOf(grid).length);
  });
});

const value = {
  question: 'What limits where?',
  model: 'qwen3-30b-a3b',
  training: { tokens: '1T', sequence: 4096, global_batch: 1024 },
  clusters: [{ name: 'H100', system: 'dgx-h100', chips: 256, stack: 'megatron-2025' }],
  vary: {
    scale_out_bandwidth: { from: '10 Gbit/s', to: '800 Gbit/s', steps: 4, scale: 'log' },
    experts: [32, 64, 128],
  },
  study: { kind: 'bottleneck_map' },
};
const task = { kind: 'bottleneck_map' as const, source: { file: 'x', value } };

describe('a map of bottlenecks', () => {
  const report = runTask(task);
  const { columns } = report;

  test('has every cell, with elasticities that sum to one', () => {
    expect(columns.x).toHaveLength(12);
    for (let row = 0; row < 12; row++) {
      const sum = RESOURCES.reduce((all, resource) => all + columns[resource][row], 0);
      expect(Math.abs(sum - 1)).toBeLessThan(1e-6);
      const limit = RESOURCES[columns.bottleneck[row]];
      expect(Math.max(...RESOURCES.map((one) => columns[one][row]))).toBe(columns[limit][row]);
    }
  });

  test('with plans searched anew, faster networks never slow it', () => {
    for (const slopeThere of columns.replanned_x) expect(slopeThere).toBeGreaterThanOrEqual(-1e-6);
  });

  test('has a slow network more in its way than a fast one, and borders between what limits', () => {
    const network = (x: number) => columns.scale_out_bandwidth[columns.x.indexOf(x)];
    expect(network(report.x.values[0])).toBeGreaterThan(2 * network(report.x.values[3]));
    expect(new Set(columns.bottleneck).size).toBeGreaterThan(1);
    expect(report.borders.x1.length).toBeGreaterThan(0);
    for (const x of report.borders.x1) {
      expect(x).toBeGreaterThanOrEqual(report.x.values[0]);
      expect(x).toBeLessThanOrEqual(report.x.values[3]);
    }
  });

  test('can be drawn from its first parts', () => {
    const parts = splitTask<'bottleneck_map'>(task);
    if (!parts.ok) throw new Error('parts');
    const first = runPart<'bottleneck_map'>(parts.value[0]);
    if (!first.ok) throw new Error('part');
    const some = mergeReports<'bottleneck_map'>(task, [structuredClone(first.value)]);
    expect(some.columns.x).toHaveLength(10);
    expect([...some.columns.bottleneck]).toEqual([...columns.bottleneck.slice(0, 10)]);
  });

  test.each([
    [{ ...value, vary: { experts: [32, 64] } }, 'vary'],
    [{ ...value, study: { kind: 'parity' } }, 'study'],
    [{ ...value, vary: { experts: [32, 64], precision: ['bf16', 'fp8'] } }, 'vary'],
  ])('other questions are refused with their place', (asked, path) => {
    const parts = splitTask({ kind: 'bottleneck_map', source: { file: 'x', value: asked } });
    expect(parts.ok).toBe(false);
    if (!parts.ok) expect(parts.errors[0].path).toBe(path);
  });
});
