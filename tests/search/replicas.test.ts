import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BATCH_TOLERANCE, findBestPlan } from '../../src/search';
import { clusterRanks, type Setup } from '../../src/step';
import { setup } from './setup';

const sized = (base: Setup, chips: number): Setup => ({ ...base, cluster: { ...base.cluster, chips } });

const arbitrary = fc
  .record({
    model: fc.constantFrom('qwen3-30b-a3b', 'mixtral-8x7b', 'llama-3.1-8b', 'qwen3-235b-a22b'),
    system: fc.constantFrom('dgx-h100', 'gb200-nvl72', 'dgx-a100'),
    stack: fc.constantFrom('megatron-2025', 'torchtitan-2024'),
    chips: fc.integer({ min: 64, max: 4096 }),
    globalBatch: fc.integer({ min: 64, max: 2048 }),
  })
  .map(({ model, system, chips, stack, globalBatch }) => setup(model, system, chips, stack, globalBatch));

describe('numbers of replicas', () => {
  test('follow the batch: more chips may stand idle, but cost no more than its rounding', () => {
    fc.assert(
      fc.property(arbitrary, fc.double({ min: 1, max: 3, noNaN: true }), (base, factor) => {
        const few = findBestPlan(base, {}, { top: 1 }).best?.tokensPerSecond ?? 0;
        const larger = sized(base, Math.ceil(base.cluster.chips * factor));
        const many = findBestPlan(larger, {}, { top: 1 }).best?.tokensPerSecond ?? 0;
        expect(many).toBeGreaterThanOrEqual(few * (1 - 1.5 * BATCH_TOLERANCE));
      }),
      { numRuns: 60, seed: 4 },
    );
  }, 60_000);

  test('that are fixed may leave chips idle, and beat the search by no more than the batch is rounded', () => {
    fc.assert(
      fc.property(arbitrary, fc.integer({ min: 1, max: 64 }), (base, dp) => {
        const open = findBestPlan(base, {}, { top: 1 }).best;
        const { best } = findBestPlan(base, { dp }, { top: 1 });
        if (!best) return;
        expect(best.plan.dp).toBe(dp);
        expect(best.ranksUsed + best.ranksIdle).toBe(clusterRanks(base));
        expect(best.tokensPerSecond).toBeLessThanOrEqual(
          (open?.tokensPerSecond ?? 0) * (1 + 2 * BATCH_TOLERANCE),
        );
      }),
      { numRuns: 40, seed: 5 },
    );
  }, 60_000);

  test('64 replicas of 128 ranks on 10,000: some stand idle', () => {
    const { best } = findBestPlan(setup('qwen3-235b-a22b', 'dgx-h100', 10_000), { tp: 8, pp: 16, dp: 64 });
    expect(best?.plan.dp).toBe(64);
    expect(best?.ranksIdle).toBe(10_000 - 64 * 128);
  });
});

test('plans whose stages move in lockstep are ranked by their own recomputation', () => {
  const base = setup('qwen3-30b-a3b', 'dgx-h100', 64, 'torchtitan-2024', 64);
  const { top } = findBestPlan(base, { schedule: 'interleaved', pp: 4 }, { top: 50 });
  expect(new Set(top.map(({ plan }) => plan.recompute)).size).toBeGreaterThan(1);
  const rates = top.map(({ tokensPerSecond }) => tokensPerSecond);
  for (let i = 1; i < rates.length; i++) expect(rates[i]).toBeLessThanOrEqual(rates[i - 1] * (1 + 1e-9));
});
