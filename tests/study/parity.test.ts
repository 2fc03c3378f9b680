import { describe, expect, test } from 'vitest';
import { readyStudies } from '../../src/catalog';
import { splitTask } from '../../src/study';
import { runTask } from './run-task';

const h800 = {
  name: 'H800',
  system: 'dgx-h800',
  chips: 2048,
  stack: 'deepseek-2024',
  training: { precision: 'fp8' },
};
const ascend = { name: '910B', system: 'atlas-800t-a2', chips: 8192, stack: 'mindspeed-2025' };

function ask(clusters: object[], study: object = {}, more: object = {}) {
  return runTask({
    kind: 'parity',
    source: {
      file: 'x',
      value: {
        question: 'How many?',
        model: 'deepseek-v3',
        training: { tokens: '14.8T', sequence: 4096, global_batch: '15360 sequences' },
        clusters,
        study: { kind: 'parity', ...study },
        ...more,
      },
    },
  });
}

function ready(id: string) {
  const study = readyStudies().find((one) => one.id === id);
  if (!study) throw new Error(id);
  return runTask({ kind: 'parity', source: { file: id, text: study.text } });
}

const within = (value: number, [low, high]: readonly [number | null, number | null]) =>
  value >= (low ?? Number.NEGATIVE_INFINITY) && value <= (high ?? Number.POSITIVE_INFINITY);

describe('published matches', () => {
  test('about six Ascend 910B-class chips an H800, twice what peak rates say', () => {
    // 1.46M tokens/s on 6,000 NPUs against 180K H800-hours a trillion tokens, models of nearly one shape: 6.0 to 6.3,
    // with the plan of a first report: searched plans need no more.
    const [row] = ready('parity-910b-per-h800').parity;
    expect(row.ratio_interval80 && within(6, row.ratio_interval80)).toBe(true);
    expect(row.ratio).toBeLessThan(6.3);
    expect(row.peak_ratio).toBeCloseTo(2.63, 2);
  });

  test('a B30A cluster dearer than one of B300 by 20 to 24 % lies inside the interval', () => {
    const [row] = ready('parity-b30a-cost').parity;
    expect(row.cost_ratio_interval80 && within(1.2, row.cost_ratio_interval80)).toBe(true);
    expect(row.cost_ratio_interval80 && within(1.24, row.cost_ratio_interval80)).toBe(true);
  });
});

describe('a match', () => {
  test('of a cluster with its like takes as many chips or fewer, and what both do not know alike cancels', () => {
    const [row] = ask([h800, { ...h800, name: 'another', chips: 64 }]).parity;
    expect(row.ratio).toBeLessThanOrEqual(1);
    expect(row.ratio).toBeGreaterThan(0.99);
    const [low, high] = row.ratio_interval80 ?? [null, null];
    // That two runs of one plan differ by 4 % is left, and the steps in which good plans of this model come.
    expect(low).toBeGreaterThan(0.9);
    expect(high).toBeLessThan(1.3);
  });

  test('by deadline is met by both, each in whole nodes', () => {
    const [row] = ask([h800, ascend], { by: 'deadline', deadline: '60 days' }).parity;
    expect(row.matched.days).toBeLessThanOrEqual(60);
    expect(row.match.days).toBeLessThanOrEqual(60);
    expect((row.chips_of ?? 1) % 8).toBe(0);
    expect((row.chips ?? 1) % 8).toBe(0);
  });

  test('by cost spends no more and leaves too little for another node', () => {
    const b300 = { name: 'B300', system: 'dgx-b300', chips: 64, stack: 'megatron-2025' };
    const [row] = ask([h800, b300], { by: 'cost' }).parity;
    expect(row.cost_ratio).toBeLessThanOrEqual(1);
    expect(row.chips).toBeGreaterThan(1024);
  });

  test('that no size reaches says how near the best comes', () => {
    const [row] = ask([h800, ascend], { by: 'energy' }).parity;
    expect(row).toMatchObject({ chips: null, ratio: null, interval80: null });
    expect(row.reason).toMatch(/\d+ chips take \d\.\d\d times the energy/);
  });

  test('that the batch does not allow is out of reach', () => {
    const training = { tokens: '1T', sequence: 4096, global_batch: 64 };
    const [row] = ask([{ ...h800, chips: 512 }, ascend], {}, { training }).parity;
    expect(row.chips).toBeNull();
    expect(row.reason).toMatch(/% of the rate/);
  });

  test('moves with what the file varies, of all clusters or of one', () => {
    const vary = { clusters: { '910B': { scale_out_bandwidth: ['50 Gbit/s', '800 Gbit/s'] } } };
    const report = ask([h800, ascend], {}, { vary });
    expect(report.curve_axes).toEqual([{ key: '910B: scale_out_bandwidth', unit: 'B/s', labels: null }]);
    expect(report.curve.map(({ values }) => values)).toEqual([[50e9 / 8], [100e9]]);
    const [slow, fast] = report.curve.map(({ ratio }) => ratio ?? Number.NaN);
    expect(slow).toBeGreaterThan(fast);
  });
});

describe('a question that cannot be asked', () => {
  const source = (study: object | undefined, clusters: object[] = [h800, ascend]) => ({
    file: 'x',
    value: { question: 'q', model: 'deepseek-v3', clusters, ...(study ? { study } : {}) },
  });
  test.each([
    ['no study', source(undefined), 'study'],
    ['one cluster', source({ kind: 'parity' }, [h800]), 'clusters'],
    ['a name that is not there', source({ kind: 'parity', of: 'h800' }), 'study.of'],
    ['no deadline', source({ kind: 'parity', by: 'deadline' }), 'study'],
  ])('is refused with its place: %s', (_, asked, path) => {
    const parts = splitTask({ kind: 'parity', source: asked });
    expect(parts.ok).toBe(false);
    if (!parts.ok) expect(parts.errors[0].path).toBe(path);
  });
});

describe('a cluster and its like', () => {
  const small = (clusters: object[], study: object = {}) =>
    ask(clusters, study, {
      model: 'qwen3.5-35b-a3b',
      training: { tokens: '100B', sequence: 4096, global_batch: '256 sequences' },
    });
  const h200 = { name: 'H200', system: 'dgx-h200', chips: 8, stack: 'megatron-2025' };

  test('are exactly equal, and nothing about that is uncertain', () => {
    for (const by of ['throughput', 'cost']) {
      const report = small([h200, { ...h200, name: 'its like' }], { by });
      expect(report.parity[0]).toMatchObject({ ratio: 1, interval80: null, ratio_interval80: null });
      expect(report.parity[0]).toMatchObject({ cost_ratio: 1, cost_ratio_interval80: null });
      expect(report.reading).toContain('8 chips of its like equal 8 of H200');
      expect(report.reading).toContain(
        'That is 1 for one, as their peaks say.\n\nThe run costs the same on its like and H200',
      );
      expect(report.reading).not.toContain('80 %');
    }
  });

  test('of several clusters the further ones are told in short', () => {
    const { reading } = small([h200, { ...h200, name: 'its like' }, { ...h200, name: 'another' }]);
    expect(reading).toContain(
      'That is 1 for one, as their peaks say. So do 8 of another, 1 for one, as by their peaks.',
    );
  });

  test('where a smaller cluster does not hold the model, the sentence says that memory sets the count', () => {
    const h100 = { ...h200, name: 'H100', system: 'dgx-h100' };
    const { parity, reading } = small([h200, h100]);
    expect(parity[0]).toMatchObject({ chips: 16, memory_floor: true });
    expect(reading).toContain('A smaller cluster of H100 does not hold the model');
    expect(small([{ ...h200, chips: 64 }, h100]).parity[0].memory_floor).toBe(false);
  });

  test('names that begin with a count give way to those of the chips', () => {
    const { reading } = small([
      { ...h200, name: '8 H200' },
      { ...h200, name: '16 H100', system: 'dgx-h100' },
    ]);
    expect(reading).toMatch(/^16 chips of NVIDIA H100 SXM5 80GB equal 8 of NVIDIA H200 SXM 141GB/);
  });
});
