import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createSizer, findBestPlan } from '../../src/search';
import { estimateStep, type Setup } from '../../src/step';
import { setup } from './setup';

const MOST = 32;
const constraints = { ep: { max: 8 }, tp: { max: 4 }, pp: { max: 8 }, microBatch: { max: 2 } };

/** Small questions, batches so small that rates do not rise steadily with chips. */
const arbitrary = fc
  .record({
    model: fc.constantFrom('qwen3-30b-a3b', 'llama-3.1-8b', 'gpt-oss-20b', 'moonlight-16b-a3b'),
    system: fc.constantFrom('dgx-h100', 'dgx-a800', 'hgx-h20', 'atlas-800t-a2'),
    globalBatch: fc.integer({ min: 16, max: 200 }),
    at: fc.integer({ min: 4, max: MOST }),
    part: fc.double({ min: 0.3, max: 1.02, noNaN: true }),
  })
  .map(({ model, system, globalBatch, ...rest }) => {
    const stack = system.startsWith('atlas') ? 'mindspeed-2025' : 'megatron-2024';
    return { base: setup(model, system, MOST, stack, globalBatch), ...rest };
  });

const rateAt = (base: Setup, chips: number): number => {
  const sized = { ...base, cluster: { ...base.cluster, chips } };
  return findBestPlan(sized, constraints, { top: 1 }).best?.tokensPerSecond ?? 0;
};

const allRates = (base: Setup) => Array.from({ length: MOST }, (_, i) => rateAt(base, i + 1));

describe('the fewest chips that reach a rate', () => {
  test('are those found by searching every cluster size', () => {
    fc.assert(
      fc.property(arbitrary, ({ base, at, part }) => {
        const rates = allRates(base);
        const target = rates[at - 1] * part;
        fc.pre(target > 0);
        const first = rates.findIndex((rate) => rate >= target) + 1;
        const found = createSizer(base, constraints, MOST).fewest(() => target);
        expect(found?.chips ?? 0).toBe(first);
        if (found) {
          const used = { ...base, cluster: { ...base.cluster, chips: found.chips } };
          expect(estimateStep(used, found.plan).tokensPerSecond).toBeGreaterThanOrEqual(target);
        }
      }),
      { numRuns: 6 },
    );
  });

  test('are none where no size is fast enough', () => {
    const base = setup('qwen3-30b-a3b', 'dgx-h100', 64, 'megatron-2024', 64);
    expect(createSizer(base, {}, 1e6).fewest(() => 1e12)).toBeNull();
  });

  test('also when the pace rises with the chips at work', () => {
    const base = setup('llama-3.1-8b', 'dgx-h100', MOST, 'megatron-2024', 128);
    const rates = allRates(base);
    const needed = (chips: number) => rates[15] * 0.8 * (1 + chips / 1000);
    const first = rates.findIndex((rate, i) => rate >= needed(i + 1)) + 1;
    expect(createSizer(base, constraints, MOST).fewest(needed)?.chips).toBe(first);
  });
});

describe('the most chips that keep a pace', () => {
  test('do keep it, and no plan of a larger cluster that uses more does', () => {
    fc.assert(
      fc.property(arbitrary, ({ base, at, part }) => {
        const efficiency = (rateAt(base, at) / at) * part;
        fc.pre(efficiency > 0);
        const needed = (chips: number) => chips * efficiency;
        const found = createSizer(base, constraints, MOST).most(needed, efficiency);
        const working = found?.chips ?? 0;
        if (found) {
          const used = { ...base, cluster: { ...base.cluster, chips: working } };
          expect(estimateStep(used, found.plan)).toMatchObject({ ranksIdle: 0, feasible: true });
          expect(estimateStep(used, found.plan).tokensPerSecond).toBeGreaterThanOrEqual(needed(working));
        }
        for (let chips = 1; chips <= MOST; chips++) {
          const sized = { ...base, cluster: { ...base.cluster, chips } };
          for (const step of findBestPlan(sized, constraints, { top: 50 }).top) {
            if (step.ranksUsed > working) {
              expect(step.tokensPerSecond).toBeLessThan(needed(step.ranksUsed));
            }
          }
        }
      }),
      { numRuns: 5 },
    );
  });
});
