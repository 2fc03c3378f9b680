import { describe, expect, test } from 'vitest';
import { variesAnything, withVariedAt } from '../../src/app/state/vary';
import { axesOf, lookOf } from '../../src/app/views/sweep/axes';
import { drawHeat, isMap } from '../../src/app/views/sweep/heat';
import { measureOf } from '../../src/app/views/sweep/measures';
import { sweepSentence } from '../../src/app/views/sweep/sentence';
import { drawVaried } from '../../src/app/views/sweep/varied';
import { runTask } from '../study/run-task';

const scenario = (vary: object, clusters = 1) => ({
  question: 'What if?',
  model: 'qwen3-30b-a3b',
  training: { tokens: '1T', sequence: 4096, global_batch: 512 },
  clusters: ['dgx-h100', 'dgx-a100'].slice(0, clusters).map((system) => ({
    ...{ name: system, system, chips: 64, stack: 'megatron-2025' },
  })),
  vary,
});
const sweep = (vary: object, clusters = 1) =>
  runTask({ kind: 'vary', source: { file: 'x', value: scenario(vary, clusters) } });

const two = { experts: [64, 128, 256], scale_out_bandwidth: ['12.5 GB/s', '50 GB/s'] };
const named = (drawing: ReturnType<typeof drawVaried>) =>
  drawing.data.filter((trace) => 'showlegend' in trace === false) as unknown as {
    name: string;
    x: (number | string)[];
    y: number[];
  }[];

describe('a sweep of two inputs', () => {
  const report = sweep(two, 2);
  const look = lookOf(axesOf(report));

  test('has a line for each value of the second input of each cluster', () => {
    const lines = named(drawVaried(report, null, 'light'));
    expect(lines.map(({ name }) => name)).toEqual([
      'dgx-h100, 12.5 GB/s',
      'dgx-h100, 50 GB/s',
      'dgx-a100, 12.5 GB/s',
      'dgx-a100, 50 GB/s',
    ]);
    for (const { x, y } of lines) {
      expect(x).toEqual([64, 128, 256]);
      expect(y.every((rate) => rate > 0)).toBe(true);
    }
    for (const [at, rate] of lines[1].y.entries()) expect(rate).toBeGreaterThanOrEqual(lines[0].y[at]);
  });

  test('holds every row in its table', () => {
    const { table } = drawVaried(report, null, 'light');
    expect(table.head).toHaveLength(6);
    expect(table.rows).toHaveLength(12);
    expect(
      new Set(table.rows.map(([cluster, experts, bandwidth]) => `${cluster} ${experts} ${bandwidth}`)),
    ).toHaveProperty('size', 12);
  });

  test('can be turned around', () => {
    const turned = lookOf(axesOf(report), (name) => (name === 'across' ? 'scale_out_bandwidth' : undefined));
    const lines = named(drawVaried(report, null, 'dark', { look: turned }));
    expect(lines).toHaveLength(6);
    expect(lines[0].x).toEqual([12.5, 50]);
  });

  test('as a map has a cell for each pair', () => {
    expect(isMap(look, 2)).toBe(false);
    if (!look.second) throw new Error('no second input');
    const drawing = drawHeat(report, { ...look, second: look.second }, measureOf(report, look), 1, 'light');
    const [map] = drawing.data as unknown as { x: string[]; y: string[]; z: number[][] }[];
    expect(map.x).toEqual(['64', '128', '256']);
    expect(map.y).toEqual(['12.5', '50']);
    const lines = named(drawVaried(report, null, 'light'));
    expect(map.z).toEqual([lines[2].y, lines[3].y]);
  });

  test('is told at both ends of the second input', () => {
    const sentence = sweepSentence(report);
    expect(sentence).toMatch(/dgx-h100.*64 to 256.*12\.5 GB\/s and .*50 GB\/s\. On dgx-a100/);
  });
});

test('one input is told of in one sentence for all clusters', () => {
  const sentence = sweepSentence(sweep({ experts: [64, 128] }, 2));
  expect(sentence).toMatch(
    /^From 64 to 128, the .* changes the speed .*-fold on dgx-h100 and .*-fold on dgx-a100\.$/,
  );
});

test('many values both ways are a map, and a third input is held at a value of choice', () => {
  const report = sweep({ ...two, tokens: ['1T', '2T'] });
  const axes = axesOf(report);
  const [first, second] = [0, 1].map((place) =>
    lookOf(axes, (name) => (name === 'held tokens' ? String(place) : undefined)),
  );
  expect(first.held).toEqual([{ axis: axes[2], value: 1e12 }]);
  const days = (look: typeof first) =>
    named(drawVaried(report, null, 'light', { look, measure: measureOf(report, look, 'days') }))[0].y[0];
  expect(days(second) / days(first)).toBeCloseTo(2, 6);
  const many = { ...axes[0], values: [1, 2, 3, 4, 5] };
  expect(isMap({ across: many, second: many, held: [] }, 1)).toBe(true);
});

test('what leaves the speed alone is not drawn as speed', () => {
  const report = sweep({
    ...{ experts: [64, 128], failures_per_1000_node_days: [1, 50] },
    derived: { lost_percent: '100 * (1 - goodput)' },
  });
  expect(measureOf(report, lookOf(axesOf(report))).name).toBe('derived lost_percent');
  const one = sweep({ experts: [64, 128], derived: { double: '2 * experts' } });
  expect(measureOf(one, lookOf(axesOf(one))).name).toBe('tokens');
});

test('choices stand on an axis of names', () => {
  const report = sweep({ system: ['dgx-h100', 'dgx-h800'] });
  const { data, layout } = drawVaried(report, null, 'light');
  expect(layout.xaxis?.type).toBe('category');
  expect((data.at(-1) as unknown as { x: string[] }).x).toEqual(['dgx-h100', 'dgx-h800']);
});

describe('the inputs to vary', () => {
  test('change one at a time, in their places', () => {
    const now = { vary: { experts: [1, 2], top_k: [1, 2], derived: { a: 'days' } } };
    expect(Object.keys(withVariedAt(now, 0, 'sequence').vary as object)).toEqual([
      'sequence',
      'top_k',
      'derived',
    ]);
    expect(Object.keys(withVariedAt(now, 1, 'sequence').vary as object)).toEqual([
      'experts',
      'sequence',
      'derived',
    ]);
    expect(Object.keys(withVariedAt(now, 1, null).vary as object)).toEqual(['experts', 'derived']);
    expect(withVariedAt({ vary: { experts: [1, 2] } }, 0, null)).toEqual({});
    expect(withVariedAt({}, 1, 'top_k')).toEqual({ vary: { top_k: [1, 6, 16] } });
  });

  test('are there when constants alone vary', () => {
    expect(variesAnything({ vary: { constants: { gemm_bf16: [0.5] } } })).toBe(true);
    expect(variesAnything({ vary: { derived: { a: 'days' } } })).toBe(false);
    expect(variesAnything({})).toBe(false);
  });
});
