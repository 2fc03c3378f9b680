import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Case, catalogSystem, loadScenario } from '../../src/catalog';
import { defaultRunAssumptions, goodputOf, runTotals } from '../../src/run';
import { findBestPlan } from '../../src/search';
import { estimateStep, type Setup } from '../../src/step';
import { bestSize, runWeight, withChips } from '../../src/study/objective';
import { searchCase } from '../../src/study/search';
import { setup } from './setup';

/** Small questions, some with sharded parameters and hybrid sharding. */
const arbitrary = fc
  .record({
    model: fc.constantFrom('qwen3-30b-a3b', 'llama-3.1-8b', 'gpt-oss-20b', 'moonlight-16b-a3b'),
    system: fc.constantFrom('dgx-h100', 'dgx-a100', 'gb200-nvl72', 'atlas-800t-a2'),
    chips: fc.constantFrom(16, 32, 48, 64, 100),
    globalBatch: fc.integer({ min: 64, max: 1024 }),
    zeroStages: fc.constantFrom<Setup['stack']['zeroStages']>([1], [1, 3], [0, 1], [2, 3]),
    memoryMargin: fc.constantFrom(0, 0.2),
    failures: fc.constantFrom(1, 50, 500),
  })
  .map(({ model, system, chips, globalBatch, zeroStages, memoryMargin, failures }) => {
    const built = catalogSystem(system);
    const plain = setup(
      model,
      system,
      chips,
      system.startsWith('atlas') ? 'mindspeed-2025' : 'megatron-2025',
      globalBatch,
    );
    const asked: Setup = { ...plain, stack: { ...plain.stack, zeroStages } };
    const run = { ...defaultRunAssumptions(built), failuresPer1000NodeDays: failures };
    return { setup: asked, run, memoryMargin };
  });

const constraints = { tp: { max: 4 }, pp: { max: 8 }, ep: { max: 32 }, microBatch: { max: 2 } };

/** A case with the assumptions of a run; nothing else of a case matters here. */
const caseOf = (setup: Setup, run: Case['run']): Case =>
  ({ cluster: 'A', setup, constraints, run, stages: [] }) as unknown as Case;

describe('objectives', () => {
  test('throughput weighed by the share of time that trains: pruned and exhaustive agree, within the margin', () => {
    fc.assert(
      fc.property(arbitrary, ({ setup, run, memoryMargin }) => {
        const weight = runWeight(caseOf(setup, run));
        const options = { weight, memoryMargin };
        const pruned = findBestPlan(setup, constraints, options);
        const all = findBestPlan(setup, constraints, { ...options, exhaustive: true });
        expect(pruned.top).toEqual(all.top);
        const rates = all.top.map((step) => step.tokensPerSecond * weight(step.ranksUsed));
        for (let i = 1; i < rates.length; i++)
          expect(rates[i]).toBeLessThanOrEqual(rates[i - 1] * (1 + 1e-12));
        for (const { memory } of all.top)
          expect(memory.total).toBeLessThanOrEqual(memory.capacity * (1 - memoryMargin));
      }),
      { numRuns: 60, seed: 31 },
    );
  }, 120_000);

  test('the front of throughput against memory: pruned as exhaustive, no point beats another, the best is its end', () => {
    fc.assert(
      fc.property(arbitrary, ({ setup, memoryMargin }) => {
        const pruned = findBestPlan(setup, constraints, { front: true, memoryMargin });
        const all = findBestPlan(setup, constraints, { front: true, memoryMargin, exhaustive: true });
        expect(pruned.front).toEqual(all.front);
        expect(all.front.length > 0).toBe(all.best !== null);
        for (let i = 1; i < all.front.length; i++) {
          expect(all.front[i].bytes).toBeGreaterThan(all.front[i - 1].bytes);
          expect(all.front[i].tokensPerSecond).toBeGreaterThan(all.front[i - 1].tokensPerSecond);
        }
        const fastest = all.front.at(-1);
        expect(fastest?.plan).toEqual(all.best?.plan);
        for (const { plan, bytes } of all.front) expect(estimateStep(setup, plan).memory.total).toBe(bytes);
      }),
      { numRuns: 60, seed: 32 },
    );
  }, 120_000);

  /** Cost and days of the best plan at every size up to the most. */
  function everySize(item: Case, most: number) {
    const weight = runWeight(item);
    return Array.from({ length: most }, (_, i) => {
      const { setup } = withChips(item, i + 1);
      const { best } = findBestPlan(setup, constraints, { top: 1, weight });
      if (!best) return { days: Number.POSITIVE_INFINITY, costUsd: Number.POSITIVE_INFINITY };
      const working = best.ranksUsed / setup.cluster.system.chip.dies;
      return runTotals(setup, best.tokensPerSecond, working, item.run);
    });
  }

  test('fewest chips in time, and the cheapest run in time: as found by searching every size', () => {
    const most = 24;
    fc.assert(
      fc.property(arbitrary, fc.double({ min: 0.4, max: 1.6, noNaN: true }), ({ setup, run }, share) => {
        const item = caseOf(setup, run);
        const sizes = everySize(item, most);
        const fastest = Math.min(...sizes.map(({ days }) => days));
        const days = Number.isFinite(fastest) ? fastest / share : 100;
        const asked = { deadlineSeconds: days * 86400, mostChips: most, memoryMargin: 0 };
        const inTime = sizes.flatMap(({ days: taken, costUsd }, i) =>
          taken <= days ? [{ chips: i + 1, costUsd }] : [],
        );
        const fewest = bestSize(item, { ...asked, objective: 'chips' });
        const cheapest = bestSize(item, { ...asked, objective: 'cost' });
        if (inTime.length === 0) {
          expect(fewest).toHaveProperty('reason');
          expect(cheapest).toHaveProperty('reason');
          return;
        }
        expect(fewest).toEqual({ chips: inTime[0].chips });
        const least = Math.min(...inTime.map(({ costUsd }) => costUsd));
        const found = 'chips' in cheapest ? sizes[cheapest.chips - 1].costUsd : Number.NaN;
        expect(found / least - 1).toBeLessThan(1e-8);
      }),
      { numRuns: 25, seed: 33 },
    );
  }, 120_000);

  test('a search report says what it was for, and at which size', () => {
    const loaded = loadScenario({
      file: 'a.yaml',
      text: `question: How many?
model: qwen3-30b-a3b
training: {tokens: 1T, sequence: 4096, global_batch: 1024 sequences}
clusters: [{name: A, system: dgx-h100, chips: 64, stack: megatron-2025}]
plan: {in_domain: [ep]}`,
    });
    if (!loaded.ok) throw new Error(loaded.errors[0].message);
    const [item] = loaded.value.cases;
    expect(item.constraints).toEqual({ inDomain: ['ep'] });
    const task = { exhaustive: false, top: 2, objective: 'chips' as const, deadlineSeconds: 86400 * 30 };
    const found = searchCase(item, task);
    expect(found.objective).toBe('chips');
    expect(found.best.days).toBeLessThanOrEqual(30);
    expect(found.best.chips).not.toBe(64);
    expect(findBestPlan(withChips(item, found.best.chips - 1).setup).best).not.toBeNull();
    expect(goodputOf(found.best.chips, item.run)).toBeGreaterThan(0.5);
    const never = searchCase(item, { ...task, deadlineSeconds: 60 });
    expect(never.best.feasible).toBe(false);
    expect(never.best.reason).toMatch(/no plan on up to 1,000,000 chips is done/);
  });
});

test('hybrid sharding is offered and cuts the replicas into whole groups', () => {
  let hybrid = 0;
  for (const chips of [64, 256]) {
    const asked = setup('llama-3.1-70b', 'dgx-h100', chips, 'fsdp-2024', 512);
    const { top } = findBestPlan(asked, { zero: 3, pp: 1 }, { top: 400 });
    for (const { plan } of top) {
      if (plan.shardGroup === 0) continue;
      hybrid++;
      expect((plan.dp * plan.cp) % plan.shardGroup).toBe(0);
      expect(plan.shardGroup).toBeLessThan(plan.dp * plan.cp);
    }
  }
  expect(hybrid).toBeGreaterThan(0);
});

test('expert groups held inside the scale-up domain stay there', () => {
  const asked = setup('qwen3-235b-a22b', 'dgx-h100', 512);
  const { top } = findBestPlan(asked, { inDomain: ['ep'] }, { top: 20 });
  expect(top.length).toBe(20);
  for (const { plan } of top) expect(plan.ep * plan.etp).toBeLessThanOrEqual(8);
  expect(findBestPlan(asked, { ep: { min: 16 }, inDomain: ['ep'] }).best).toBeNull();
});
