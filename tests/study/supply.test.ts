import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FlatSupply } from '../../src/catalog';
import { splitTask } from '../../src/study';
import { simulate } from '../../src/study/supply';
import { CENTRAL, chipsOverTime, quantile } from '../../src/study/supply/stock';
import { runTask } from './run-task';

type Flow = FlatSupply['paths'][number]['flows'][number];
const sure = (central: number) => ({ low: central, central, high: central });
const flow = (part: Partial<Flow>): Flow => ({
  ...{ cluster: 'A', yearly: [], dies_per_chip: 1, hbm_per_chip: 8 },
  ...part,
});

describe('stock and flow', () => {
  test('a stock without arrivals decays, arrivals add up over their year', () => {
    const decayed = chipsOverTime(flow({ stock: sure(1000), attrition: sure(0.19) }), 2025, 8, CENTRAL);
    expect(decayed[8]).toBeCloseTo(1000 * 0.81 ** 2, 6);
    const grown = chipsOverTime(flow({ yearly: [{ year: 2026, chips: sure(400) }] }), 2025, 12, CENTRAL);
    expect([...grown]).toEqual([0, 0, 0, 0, 0, 100, 200, 300, 400, 400, 400, 400, 400]);
  });

  test('dies become chips by yield and dies a chip', () => {
    const made = flow({ yearly: [{ year: 2025, dies: sure(1000), yield: sure(0.4) }], dies_per_chip: 2 });
    expect(chipsOverTime(made, 2025, 4, CENTRAL)[4]).toBeCloseTo(200, 9);
  });

  test('no more chips are made than there are stacks for', () => {
    fc.assert(
      fc.property(fc.nat(10_000), fc.nat(50_000), fc.nat(20_000), (chips, stock, yearly) => {
        const limited = flow({
          yearly: [2025, 2026].map((year) => ({ year, chips: sure(chips), hbm: sure(yearly) })),
          hbm_stock: sure(stock),
        });
        const made = chipsOverTime(limited, 2025, 8, CENTRAL)[8];
        expect(made).toBeLessThanOrEqual(2 * chips + 1e-6);
        expect(made * 8).toBeLessThanOrEqual(stock + 2 * yearly + 1e-6);
      }),
    );
  });

  test('the bounds of an estimate are its 10th and 90th percentile', () => {
    const estimate = { low: 10, central: 30, high: 90 };
    expect([0.1, 0.5, 0.9].map((place) => quantile(estimate, place))).toEqual([10, 30, 90]);
    expect(quantile(estimate, 0)).toBe(5);
    expect(quantile({ low: 0, central: 100, high: 100 }, 0)).toBe(0);
  });
});

const study = (paths: FlatSupply['paths'], more: Partial<FlatSupply> = {}): FlatSupply => ({
  ...{ kind: 'supply', from: 2025, to: 2030, paths },
  ...more,
});
const delivery = {
  ...{ cluster: 'A', feasible: true, reason: null, tokens_per_second_per_chip: 1000 },
  ...{ interval80: [900, 1100] as [number, number], model_flops_per_token: 2e11, tokens: 1e13 },
};

describe('what can be trained', () => {
  test('with everything known is plain arithmetic', () => {
    const flows = [flow({ yearly: [2025, 2026, 2027].map((year) => ({ year, chips: sure(10_000) })) })];
    const known = { ...delivery, interval80: [1000, 1000] as [number, number] };
    const { paths, target_flop } = simulate(
      study([{ name: 'P', flows }], { training_share: sure(0.5), run_time: 100 * 86400 }),
      [known],
    );
    expect(target_flop).toBe(2e24);
    const [path] = paths;
    // 10^13 tokens in 100 days at 1,000 a second and chip, half of the chips in training.
    const chips = 1e13 / (100 * 86400) / 1000 / 0.5;
    expect(path.reached_year).toBeCloseTo(2025 + chips / 10_000, 9);
    expect(path.reached_year80[0]).toBeCloseTo(path.reached_year ?? 0, 9);
    const [, point] = path.points.slice(3);
    expect(point.runs_per_year).toBeCloseTo((10_000 * 0.5 * 1000 * 365.25 * 86400) / 1e13, 6);
  });

  test('a path is not behind itself, and behind one with more chips', () => {
    const path = (name: string, chips: number) => ({
      name,
      flows: [flow({ yearly: [2025, 2026, 2027, 2028].map((year) => ({ year, chips: sure(chips) })) })],
    });
    const { lags, paths } = simulate(
      study([path('much', 20_000), path('as much', 20_000), path('little', 8_000)]),
      [delivery],
    );
    expect(lags.map(({ years80 }) => years80[0])[0]).toBeCloseTo(0, 12);
    expect(lags[0].years).toBeCloseTo(0, 12);
    expect(lags[1].years).toBeCloseTo((1286 / 0.4) * (1 / 8000 - 1 / 20_000), 3);
    expect(lags[1].years80[0]).toBeGreaterThan(0);
    for (const { points } of paths) {
      for (const { chips, chips80, runs_per_year, runs_per_year80 } of points.slice(1)) {
        expect(chips80[0]).toBeLessThanOrEqual(chips);
        expect(chips80[1]).toBeGreaterThanOrEqual(chips);
        expect(runs_per_year80[0]).toBeLessThan(runs_per_year);
        expect(runs_per_year80[1]).toBeGreaterThan(runs_per_year);
      }
    }
  });

  test('one run is on one kind of chips', () => {
    const half = (cluster: string) => flow({ cluster, stock: sure(800) });
    const two = simulate(study([{ name: 'P', flows: [half('A'), half('B')] }], { training_share: sure(1) }), [
      delivery,
      { ...delivery, cluster: 'B' },
    ]);
    const one = simulate(
      study([{ name: 'P', flows: [flow({ stock: sure(1600) })] }], { training_share: sure(1) }),
      [delivery],
    );
    expect(one.paths[0].reached_year).toBe(2025);
    expect(two.paths[0].reached_year).toBeNull();
    expect(two.paths[0].points[0].runs_per_year).toBeCloseTo(one.paths[0].points[0].runs_per_year, 9);
  });
});

test('a question that is wrong is refused in words, at its place', () => {
  const text = (study: string) => `question: How many?
model: qwen3-30b-a3b
training: {tokens: 1T}
clusters: [{name: A, system: dgx-h100, chips: 64, stack: megatron-2025}]
study: ${study}`;
  const message = (given: string) => {
    const parts = splitTask({ kind: 'supply', source: { file: 'x.yaml', text: text(given) } });
    return parts.ok ? 'taken' : `${parts.errors[0].line} ${parts.errors[0].message}`;
  };
  const path = (cluster: string, stock: string) =>
    `[{name: P, flows: [{cluster: ${cluster}, stock: ${stock}}]}]`;
  expect(message(`{kind: supply, from: 2025, to: 2027, paths: ${path('A', '5k')}}`)).toBe('taken');
  expect(message(`{kind: supply, from: 2025, to: 2027, paths: ${path('B', '5k')}}`)).toBe(
    '5 no cluster named B',
  );
  expect(message(`{kind: supply, from: 2025, to: 2025, paths: ${path('A', '5k')}}`)).toMatch(
    /ends before it begins/,
  );
  expect(
    message(`{kind: supply, from: 2025, to: 2027, paths: ${path('A', '{low: 5, central: 3, high: 9}')}}`),
  ).toMatch(/not in this order/);
});

describe('what comes and goes', () => {
  const coming = flow({
    stock: sure(1000),
    attrition: sure(0.1),
    yearly: [{ year: 2026, chips: sure(400) }],
  });

  test('accounts for every change of the stock', () => {
    const { paths } = simulate(study([{ name: 'p', flows: [coming] }]), [delivery]);
    const [{ points, chips }] = paths[0].flows;
    expect(points.at(-1)?.chips).toBe(chips);
    for (const [at, point] of points.entries()) {
      if (at === 0) expect(point).toEqual({ year: 2025, chips: 1000, arrived: 0, lost: 0 });
      else expect(point.chips).toBeCloseTo(points[at - 1].chips + point.arrived - point.lost, 6);
    }
    const sum = (of: 'arrived' | 'lost') => points.reduce((all, point) => all + point[of], 0);
    expect(sum('arrived')).toBeCloseTo(400, 6);
    expect(1000 + 400 - sum('lost')).toBeCloseTo(chips, 6);
  });

  test('has no arrivals in years without any', () => {
    const { paths } = simulate(study([{ name: 'p', flows: [coming] }]), [delivery]);
    const early = paths[0].flows[0].points.filter(({ year }) => year <= 2026);
    expect(early.map(({ arrived }) => arrived)).toEqual(early.map(() => 0));
  });
});

test('the run stays what it is where the first kind of chips cannot train it', () => {
  const cluster = (name: string, chips: number) => ({
    ...{ name, system: 'dgx-h100', chips, stack: 'megatron-2025' },
  });
  const ask = (clusters: object[]) =>
    runTask({
      kind: 'supply',
      source: {
        file: 'x',
        value: {
          question: 'How many?',
          model: 'deepseek-v3',
          training: { tokens: '10T', sequence: 4096, global_batch: 4096 },
          clusters,
          study: {
            ...{ kind: 'supply', from: 2026, to: 2027 },
            paths: [
              { name: 'small', flows: [{ cluster: 'small', stock: 1e6 }] },
              { name: 'large', flows: [{ cluster: 'large', stock: 1e6 }] },
            ],
          },
        },
      },
    });
  const report = ask([cluster('small', 8), cluster('large', 1024)]);
  expect(report.deliveries.map(({ feasible }) => feasible)).toEqual([false, true]);
  expect(report.target_flop).toBe(ask([cluster('large', 1024), cluster('small', 8)]).target_flop);
  expect(report.target_flop).toBeGreaterThan(1e24);
  const [small, large] = report.paths;
  expect(small.reached_year).toBeNull();
  expect(small.points[0].runs_per_year).toBe(0);
  expect(large.reached_year).toBe(2026);
});
