import { expect, test } from 'vitest';
import { inlineEngine } from '../../src/engine';
import type { CompareReport } from '../../src/study';

const cluster = (name: string, more: object = {}) => ({
  ...{ name, system: 'dgx-h100', chips: 16, stack: 'megatron-2025' },
  ...more,
});

const compare = (clusters: object[], study?: object) =>
  inlineEngine().run<'compare'>({
    kind: 'compare',
    source: {
      file: 'q.yaml',
      value: {
        question: 'Which of these clusters is faster?',
        model: 'qwen3-30b-a3b',
        training: { tokens: '1T', sequence: 4096, global_batch: '64 sequences' },
        clusters,
        ...(study ? { study } : {}),
      },
    },
  });

async function answered(...asked: Parameters<typeof compare>): Promise<CompareReport> {
  const report = await compare(...asked);
  if (!report.ok) throw new Error(report.errors[0].message);
  return report.value;
}

test('clusters that train the same are not said to differ; those that do not are told apart by what they train', async () => {
  const alike = await answered([cluster('A'), cluster('B', { chips: 32 })]);
  expect(alike.reading).toMatch(
    /^Qwen3-30B-A3B on 1T tokens takes .* on A and .* on B\. .* back most\.\n\nAgainst A, the time is /,
  );
  expect(alike.reading).not.toContain('do not train the same');
  const other = await answered([
    cluster('A'),
    cluster('B', { model: 'moonlight-16b-a3b', training: { tokens: '2T' } }),
  ]);
  expect(other.reading).toMatch(/^The run of each takes /);
  expect(other.reading).toMatch(
    /do not train the same \(model, tokens\): Qwen3-30B-A3B, 1T tokens on A; Moonlight-16B-A3B, 2T tokens on B\./,
  );
  // The rate on one model says nothing about that on another.
  expect(other.reading).not.toMatch(/highest rate|cheapest/);
});

test('sentence and ratios have one reference: the cluster asked for, else the first, else the first that fits', async () => {
  const clusters = [cluster('tiny', { chips: 1 }), cluster('A'), cluster('B', { system: 'dgx-h200' })];
  const plain = await answered(clusters);
  expect(plain.asked.reference).toBe('A');
  expect(plain.reading).toContain('tiny cannot train it: ');
  const asked = await answered(clusters, { kind: 'compare', of: 'B', by: ['cost', 'energy'] });
  expect(asked.reading).toMatch(/Against B, the cost is .* on A\. .*Against B, the energy is .* on A\./);
  expect(new Set(asked.ratios.map(({ over }) => over))).toEqual(new Set(['B']));
  const [a, b] = asked.cases.slice(1);
  const ratio = asked.ratios.find(({ quantity }) => quantity === 'cost');
  expect(ratio?.ratio).toBeCloseTo((a.cost_usd ?? 0) / (b.cost_usd ?? 0), 12);
  // What two clusters of one chip family share cancels: the ratio is surer than either.
  const rate = asked.ratios.find(({ cluster: of, quantity }) => of === 'A' && quantity === 'throughput');
  const spread = ([low, high]: readonly [number, number]) => high / low;
  expect(spread(rate?.interval80 ?? [1, 9])).toBeLessThan(spread(a.interval80?.tokens_per_second ?? [1, 1]));
});

test('a deadline tells who is surely done in time and who is not', async () => {
  const { reading, cases } = await answered([cluster('A'), cluster('B', { chips: 128 })], {
    kind: 'compare',
    deadline: '30 days',
  });
  expect(cases[0].days).toBeGreaterThan(30);
  expect(cases[1].interval80?.days[1]).toBeLessThan(30);
  expect(reading).toContain('Within 30 days: B, even at the long end of the 80 % interval; not A.');
});

test('a reference that is not there is an error with the nearest name', async () => {
  const report = await compare([cluster('H100'), cluster('H200')], { kind: 'compare', of: 'H20' });
  if (report.ok) throw new Error('the scenario should not load');
  expect(report.errors[0]).toMatchObject({ message: 'no cluster named H20', path: 'study.of' });
  expect(report.errors[0].nearest).toMatch(/^H[12]00$/);
});
