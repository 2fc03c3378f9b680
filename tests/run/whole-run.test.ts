import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { catalogSystem, loadScenario } from '../../src/catalog';
import { checkpointInterval, defaultRunAssumptions, meanTimeBetweenFailures, priceOf } from '../../src/run';
import { spareChips, spareNodes } from '../../src/run/spares';
import type { CaseReport } from '../../src/study';
import { runTask } from '../study/run-task';

describe('checkpoints and failures', () => {
  test("for rare failures Daly's optimum is Young's, and it never passes the time between failures", () => {
    expect(checkpointInterval(10, 1e6) / Math.sqrt(2 * 10 * 1e6)).toBeCloseTo(1, 2);
    fc.assert(
      fc.property(
        fc.double({ min: 0.1, max: 1000, noNaN: true }),
        fc.double({ min: 10, max: 1e7, noNaN: true }),
        (write, mean) => {
          const interval = checkpointInterval(write, mean);
          expect(interval).toBeGreaterThan(0);
          expect(interval).toBeLessThanOrEqual(Math.max(mean, Math.sqrt(2 * write * mean)) * 1.5);
        },
      ),
    );
  });

  test('Llama 3: 419 interruptions in 54 days of 16,384 H100 are one in 3.1 hours', () => {
    const run = {
      ...defaultRunAssumptions(catalogSystem('dgx-h100')),
      failuresPer1000NodeDays: (419 / 54 / 2048) * 1000,
    };
    expect(meanTimeBetweenFailures(16_384, run) / 3600).toBeCloseTo(3.1, 1);
  });
});

const text = (more: string) => `question: How long?
model: qwen3-30b-a3b
training: {tokens: 1T, sequence: 4096, global_batch: 256 sequences, precision: bf16${more}}
clusters:
  - {name: rented, system: dgx-h100, chips: 64, stack: megatron-2025}
  - {name: owned, system: dgx-h100, chips: 64, stack: megatron-2025, run: {cost: capital}}
  - {name: priced, system: dgx-h100, chips: 64, stack: megatron-2025, run: {usd_per_chip_hour: 2}}`;
const casesOf = (more = ''): CaseReport[] =>
  runTask<'compare'>({ kind: 'compare', source: { file: 'x.yaml', text: text(more) } }).cases;
const sum = (parts: object): number => Object.values(parts).reduce((a: number, b: number) => a + b, 0);

describe('the account of a run', () => {
  const [rented, owned, priced] = casesOf();

  test('parts of energy and cost add up to the totals', () => {
    for (const { whole_run: run, energy_j, cost_usd } of [rented, owned, priced]) {
      expect(sum(run?.energy_j ?? {}) / (energy_j ?? 0)).toBeCloseTo(1, 9);
      if (run?.cost_usd) expect(sum(run.cost_usd) / (cost_usd ?? 0)).toBeCloseTo(1, 9);
    }
    expect([rented, owned, priced].map(({ whole_run: run }) => run?.cost_basis)).toEqual([
      'rent',
      'capital',
      'given',
    ]);
    expect(owned.whole_run?.cost_usd?.electricity).toBeGreaterThan(0);
  });

  test("carbon is that of Meta's card for the same energy", () => {
    const perKwh = (rented.whole_run?.carbon_kg ?? 0) / ((rented.energy_j ?? 0) / 3.6e6);
    expect(perKwh).toBeCloseTo(11_390e3 / (39.3e6 * 0.7), 1);
  });

  test('shares that are lost agree with goodput, and more spares stand by for more failures', () => {
    for (const { whole_run: run, goodput } of [rented, owned, priced]) {
      expect(sum(run?.lost_share ?? {}) + (goodput ?? 0)).toBeCloseTo(1, 12);
      expect(run?.goodput_floor).toBeNull();
    }
    expect((rented.whole_run?.spare_chips ?? 0) % 8).toBe(0);
  });
});

test('where failures leave less than the least goodput, the answer says so', () => {
  const often = text('').replaceAll(
    /megatron-2025(?=})/g,
    'megatron-2025, run: {failures_per_1000_node_days: 1e6}',
  );
  const report = runTask<'compare'>({ kind: 'compare', source: { file: 'x.yaml', text: often } });
  const [{ whole_run: run, goodput }] = report.cases;
  expect([goodput, run?.goodput_floor]).toEqual([0.2, 0.2]);
  expect(sum(run?.lost_share ?? {})).toBeCloseTo(0.8, 12);
  expect(run?.lost_share.restart).toBeGreaterThan(0.5);
  expect(report.reading).toMatch(/ 20 % of the time is taken to train is an assumption/);
});

describe('spares', () => {
  const system = catalogSystem('dgx-h100');
  const run = defaultRunAssumptions(system);

  test('suffice 95 times in 100: as many as the Poisson count of nodes under repair asks', () => {
    // Quantiles of the Poisson distribution at 0.95, from its tables.
    const table = { 0.05: 0, 1: 3, 5: 9, 10: 15, 40: 51, 41: 52, 100: 117, 1000: 1052 };
    for (const [mean, nodes] of Object.entries(table)) expect(spareNodes(Number(mean))).toBe(nodes);
  });

  test('are whole nodes, never fewer for more chips, and none where nothing fails', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2e5 }), fc.integer({ min: 0, max: 2000 }), (chips, more) => {
        const few = spareChips(system, chips, run);
        expect(few % 8).toBe(0);
        expect(spareChips(system, chips + more, run)).toBeGreaterThanOrEqual(few);
      }),
    );
    expect(spareChips(system, 1e5, { ...run, failuresPer1000NodeDays: 0 })).toBe(0);
  });

  test('are paid for: the run costs by as much more as there are', () => {
    const costOf = (spares: string) => {
      const source = text('').replaceAll(/megatron-2025(?=})/g, `megatron-2025, run: {spares: ${spares}}`);
      return runTask<'compare'>({ kind: 'compare', source: { file: 'x.yaml', text: source } }).cases[0];
    };
    const [none, some] = [costOf('0'), costOf('25 %')];
    expect(some.whole_run?.spare_chips).toBe(16);
    expect((some.cost_usd ?? 0) / (none.cost_usd ?? 1)).toBeCloseTo(1.25, 9);
    expect(some.days).toBe(none.days);
  });
});

test('every assumption has a value within its bounds and says where it is from', () => {
  const [rented, owned, priced] = casesOf().map((row) => row.whole_run?.assumptions);
  for (const all of [rented, owned, priced]) {
    expect(Object.keys(all ?? {})).toHaveLength(12);
    for (const [name, { value, low, high, source }] of Object.entries(all ?? {})) {
      expect([name, low <= value && value <= high]).toEqual([name, true]);
      expect(source).toMatch(/\w{4}/);
    }
  }
  expect(rented?.usd_per_chip_hour.source).toMatch(/^rent: .*\w/);
  expect(owned?.usd_per_chip_hour.source).toMatch(/^owned over five years/);
  expect(priced?.usd_per_chip_hour).toEqual({
    value: 2,
    low: 2,
    high: 2,
    source: 'as the scenario gives it',
  });
});

describe('stages', () => {
  test('one like the main part changes nothing; days are those of the stages together', () => {
    const [plain] = casesOf();
    const [same] = casesOf(', stages: [{name: same, tokens: 20 %}]');
    expect(same.days).toBeCloseTo(plain.days ?? 0, 6);
    const [staged] = casesOf(
      ', stages: [{name: ramp, tokens: 5 %, global_batch: 64 sequences}, {name: long context, tokens: 3 %, sequence: 32768}]',
    );
    const stages = staged.whole_run?.stages ?? [];
    expect(stages.map(({ name }) => name)).toEqual([null, 'ramp', 'long context']);
    expect(stages.reduce((total, stage) => total + stage.days, 0)).toBeCloseTo(staged.days ?? 0, 9);
    expect(stages.reduce((total, stage) => total + stage.tokens, 0)).toBeCloseTo(1e12, -3);
    expect(stages[2].global_batch_sequences).toBe(32);
    expect(staged.days).toBeGreaterThan(plain.days ?? 0);
    expect(staged.tokens_per_second).toBe(plain.tokens_per_second);
  });

  test('that take all tokens are refused', () => {
    const result = loadScenario({
      file: 'x.yaml',
      text: text(', stages: [{name: a, tokens: 60 %}, {name: b, tokens: 40 %}]'),
    });
    expect(result.ok ? 'taken' : result.errors[0].message).toMatch(/take all tokens/);
  });
});

test('a given price wins, and capital follows from the chip, its server and its network', () => {
  const system = catalogSystem('dgx-b300');
  const price = priceOf(system, defaultRunAssumptions(system), 'capital');
  const hours = 5 * 365.25 * 24;
  expect((price.parts?.server ?? 0) * hours).toBeCloseTo(14_900, 6);
  expect((price.parts?.chip ?? 0) * hours).toBeCloseTo(system.chip.priceUsd?.central ?? 0, 6);
});
