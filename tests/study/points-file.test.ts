import { describe, expect, test } from 'vitest';
import { aggregate, parsePoints, reportPoints, summarise } from '../../src/study/validate';

function own(): Record<string, unknown>[] {
  const points = parsePoints(null);
  if (!points.ok) throw new Error(points.errors[0].message);
  return points.value.filter((_, i) => i % 75 === 0) as unknown as Record<string, unknown>[];
}

function reports(points: unknown) {
  const read = parsePoints(JSON.stringify({ points }));
  if (!read.ok) throw new Error(read.errors[0].message);
  return reportPoints(read.value);
}

describe('a points file of the caller', () => {
  const sample = own();
  const before = reports(sample);

  test('null says the same as a missing key', () => {
    const optional = ['vpp', 'notes', 'recipe', 'network', 'head_dim', 'routing', 'flag', 'mem_GB', 'etp'];
    const nulls = sample.map((point) => ({
      ...Object.fromEntries(optional.map((key) => [key, null])),
      ...point,
    }));
    expect(reports(nulls)).toEqual(before);
  });

  test.each([
    'group',
    'date',
    'framework',
    'model',
    'hardware',
    'hardware_chip',
    'n_chips',
    'task',
    'quality',
    'is_moe',
    'truth',
    'seq',
    'gbs',
    'mbs',
    'tp',
    'pp',
    'cp',
    'dp',
    'ep',
    'precision',
    'n_layers',
    'hidden',
    'n_heads',
    'recipe',
    'source_title',
  ])('a null %s fails no point without a reason', (key) => {
    for (const report of reports(sample.map((point) => ({ ...point, [key]: null })))) {
      if (report.predicted === null) expect(report.reason, report.id).toBeTruthy();
      else expect(Number.isFinite(report.error), report.id).toBe(true);
    }
  });

  test('values of the wrong kind are named, and the rest is compared', () => {
    const odd = { ...sample[0], id: 'odd', framework: 7, routing: {}, recipe: 'none', notes: [1] };
    const [first, ...rest] = reports([odd, ...sample.slice(1)]);
    expect(first.predicted === null ? first.reason : 'predicted').toBeTruthy();
    expect(rest).toEqual(before.slice(1));
  });

  test.each([0, -3, true, [], {}])(
    '%j in the place of any field fails no point without a reason',
    (value) => {
      const odd = sample.flatMap((point) =>
        Object.keys(point)
          .filter((key) => key !== 'id')
          .map((key) => ({ ...point, id: `${key} of ${point.id}`, [key]: value })),
      );
      const reported = reports(odd);
      const silent = reported.filter(({ predicted, reason }) => predicted === null && !reason);
      expect(silent.map(({ id }) => id)).toEqual([]);
      expect(summarise(reported).judged).toBeGreaterThan(0);
    },
  );

  test('an empty set sums up to nothing', () => {
    expect(aggregate('none', [])).toMatchObject({ count: 0, mape: 0, p90: 0, coverage80: 0 });
    expect(summarise([]).rule_of_thumb.every(({ count }) => count === 0)).toBe(true);
  });
});
