import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createSizer, findBestPlan } from '../../src/search';
import { replicaStep } from '../../src/search/replicas';
import { eachPipeline, fits, openSizing, type Pace, passes, reaches } from '../../src/search/sizing';
import { estimateStep, type Plan, type Setup } from '../../src/step';
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
        const found = createSizer(base, constraints, MOST).most(needed, () => efficiency);
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

/** The same by trying every number of replicas of every plan, one by one. */
function mostByTrying(base: Setup, limits: typeof constraints, most: number, needed: Pace) {
  const sizing = openSizing({ setup: base, choice: {} }, limits, most, 0);
  const { dies } = base.cluster.system.chip;
  let best: { chips: number; plan: Plan } | null = null;
  for (const layers of sizing.layers) {
    const { tp, cp, ep, etp } = layers.plan;
    const step = replicaStep(ep * etp, tp * cp);
    eachPipeline(
      sizing,
      layers,
      () => true,
      (plan) => {
        const stage = tp * cp * plan.pp;
        for (let dp = step; dp * stage <= sizing.most; dp += step) {
          plan.dp = dp;
          const m = passes(sizing, plan);
          const chips = Math.ceil((stage * dp) / dies);
          if (m === 0 || chips <= (best?.chips ?? 0) || !fits(sizing, plan, m)) continue;
          if (reaches(needed(chips), sizing, plan)) best = { chips, plan: { ...plan } };
        }
      },
    );
  }
  return best;
}

describe('the most chips, found best bound first', () => {
  const asked = fc.record({
    model: fc.constantFrom('qwen3-30b-a3b', 'llama-3.1-8b', 'deepseek-v3', 'gpt-oss-20b'),
    place: fc.constantFrom(
      ['dgx-h100', 'megatron-2025'],
      ['dgx-h100', 'torchtitan-2024'],
      ['gb200-nvl72', 'automodel-2025'],
      ['cloudmatrix-384', 'mindspeed-2025'],
      ['dgx-h800', 'deepseek-2024'],
    ),
    most: fc.integer({ min: 8, max: 1200 }),
    globalBatch: fc.integer({ min: 16, max: 3000 }),
    // Of what the best plan of a small cluster comes to a chip; losses that grow with the size, and whole nodes.
    part: fc.double({ min: 0.05, max: 1.1, noNaN: true }),
    loss: fc.double({ min: 0, max: 2e-3, noNaN: true }),
    unit: fc.constantFrom(1, 8),
    dp: fc.constantFrom({}, { dp: { max: 100 } }, { dp: { min: 9 } }),
  });

  test('are those found by trying every number of replicas of every plan', () => {
    let found = 0;
    fc.assert(
      fc.property(asked, ({ model, place: [system, stack], most, globalBatch, part, loss, unit, dp }) => {
        const base = setup(model, system, most, stack, globalBatch);
        const small = { ...base, cluster: { ...base.cluster, chips: Math.min(most, 256) } };
        const best = findBestPlan(small, {}, { top: 1 }).best;
        fc.pre(best !== null);
        const rate = ((best?.tokensPerSecond ?? 0) / small.cluster.chips) * part;
        const perChip = (chips: number) => rate * (1 + chips * loss);
        const needed = (chips: number) => Math.ceil(chips / unit) * unit * perChip(chips);
        const limits = { ...constraints, ep: { max: 32 }, ...dp };
        const size = createSizer(base, limits, most).most(needed, perChip);
        expect(size).toEqual(mostByTrying(base, limits, most, needed));
        if (size) found++;
      }),
      { numRuns: 20 },
    );
    expect(found).toBeGreaterThan(5);
  }, 120_000);
});
