import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { catalogIds, catalogStack } from '../../src/catalog';
import { BATCH_TOLERANCE, findBestPlan } from '../../src/search';
import { clusterRanks, estimateStep, RESOURCES, type Setup, scaleResource } from '../../src/step';
import { setup } from './setup';

const arbitrary = fc
  .record({
    model: fc.constantFrom(
      'qwen3-30b-a3b',
      'mixtral-8x7b',
      'llama-3.1-8b',
      'gpt-oss-20b',
      'moonlight-16b-a3b',
      'qwen3-next-80b-a3b',
    ),
    system: fc.constantFrom(
      'dgx-h100',
      'dgx-h800',
      'atlas-800t-a2',
      'cloudmatrix-384',
      'gb200-nvl72',
      'dgx-a100',
    ),
    chips: fc.constantFrom(16, 48, 100, 256),
  })
  .map(({ model, system, chips }) =>
    setup(
      model,
      system,
      chips,
      system.startsWith('atlas') || system.startsWith('cloud') ? 'mindspeed-2025' : 'megatron-2025',
    ),
  );

/** Small questions of every kind: odd chip counts, batches and sharding stages, parts of the plan fixed. */
const arbitraryQuestion = fc
  .record({
    base: arbitrary,
    chips: fc.integer({ min: 8, max: 300 }),
    globalBatch: fc.integer({ min: 16, max: 4096 }),
    sequence: fc.constantFrom(4096, 8192, 32768),
    stack: fc.constantFrom(...catalogIds('stacks')),
    optimizer: fc.constantFrom('adam' as const, 'muon' as const),
    zeroStages: fc.constantFrom<Setup['stack']['zeroStages']>([1], [0, 1], [1, 2], [1, 3], [2, 3]),
    constraints: fc.record({
      tp: fc.constantFrom({ max: 2 }, 4, 8),
      microBatch: fc.constantFrom(1, 2, { max: 2 }),
      pp: fc.constantFrom({ max: 4 }, { max: 12 }, { min: 2, max: 24 }),
      ep: fc.constantFrom({ max: 8 }, { min: 4, max: 64 }),
    }),
  })
  .map(({ base, chips, stack, zeroStages, constraints, ...training }) => ({
    base,
    asked: {
      ...base,
      cluster: { ...base.cluster, chips },
      stack: { ...catalogStack(stack), zeroStages },
      training: { ...base.training, ...training },
    } satisfies Setup,
    constraints,
  }));

describe('the best plan', () => {
  test('more of any resource, or of memory, never slows it', () => {
    fc.assert(
      fc.property(
        arbitrary,
        fc.constantFrom(...RESOURCES, 'memory' as const),
        fc.constantFrom(1.05, 2, 5),
        (base, resource, factor) => {
          const before = findBestPlan(base).best?.tokensPerSecond ?? 0;
          const { system } = base.cluster;
          const better: Setup =
            resource === 'memory'
              ? {
                  ...base,
                  cluster: {
                    ...base.cluster,
                    system: {
                      ...system,
                      chip: { ...system.chip, memoryBytes: system.chip.memoryBytes * factor },
                    },
                  },
                }
              : scaleResource(base, resource, factor);
          expect(findBestPlan(better).best?.tokensPerSecond ?? 0).toBeGreaterThanOrEqual(
            before * (1 - 1e-12),
          );
        },
      ),
      { numRuns: 30, seed: 11 },
    );
  }, 60_000);

  test('it fits, folds, and keeps the batch', () => {
    fc.assert(
      fc.property(arbitrary, (base) => {
        const { best, top } = findBestPlan(base);
        if (!best) return;
        const { plan } = best;
        expect(best.feasible).toBe(true);
        expect(plan.tp * plan.cp * plan.dp * plan.pp).toBeLessThanOrEqual(clusterRanks(base));
        expect((plan.tp * plan.cp * plan.dp) % (plan.ep * plan.etp)).toBe(0);
        expect(Math.abs(best.batchSequences / base.training.globalBatch - 1)).toBeLessThanOrEqual(
          BATCH_TOLERANCE,
        );
        for (const other of top) expect(other.tokensPerSecond).toBeLessThanOrEqual(best.tokensPerSecond);
        expect(estimateStep(base, plan).stepSeconds).toBe(best.stepSeconds);
      }),
      { numRuns: 25, seed: 3 },
    );
  }, 60_000);

  test('pruned and exhaustive search find the same plans, bit for bit, over 300 random scenarios', () => {
    fc.assert(
      fc.property(arbitraryQuestion, ({ base, asked, constraints }) => {
        const pruned = findBestPlan(asked, constraints);
        const all = findBestPlan(asked, constraints, { exhaustive: true });
        expect(pruned.top).toEqual(all.top);
        expect(pruned.reason).toEqual(all.reason);
        // Any hint, also a plan of another setup, changes nothing but the work.
        for (const hint of [...pruned.top.slice(-1), ...findBestPlan(base).top.slice(0, 1)]) {
          const { best } = findBestPlan(asked, constraints, { top: 1, hint: hint.plan });
          expect(best).toEqual(all.best);
        }
        expect(pruned.plansInSpace).toBe(all.plansInSpace);
        expect(pruned.plansEvaluated).toBeLessThanOrEqual(all.plansEvaluated);
      }),
      { numRuns: 300, seed: 5 },
    );
  }, 240_000);

  test.each([
    ['glm-5', 'atlas-800t-a2', 100_000, 'mindspeed-2025'],
    ['glm-5', 'cloudmatrix-384', 12_288, 'mindspeed-2025'],
    ['deepseek-v3', 'dgx-h800', 2048, 'deepseek-2024'],
    ['qwen3-235b-a22b', 'dgx-h100', 6000, 'megatron-2025'],
    ['kimi-k2', 'gb200-nvl72', 2304, 'megatron-2026'],
  ])(
    '%s on %s × %i: pruned and exhaustive agree',
    (model, system, chips, stack) => {
      const base = setup(model, system, chips, stack, 7680);
      expect(findBestPlan(base).top).toEqual(findBestPlan(base, {}, { exhaustive: true }).top);
    },
    60_000,
  );

  test('the same question twice gives the same bits', () => {
    const base = setup('qwen3-235b-a22b', 'dgx-h100', 256);
    expect(findBestPlan(base).best).toEqual(findBestPlan(base).best);
  });

  test('constraints hold: pinned and bounded parts', () => {
    const base = setup('qwen3-235b-a22b', 'dgx-h100', 256);
    const { best } = findBestPlan(base, {
      tp: 2,
      ep: { max: 8 },
      schedule: 'interleaved',
      recompute: 'full',
    });
    expect(best?.plan).toMatchObject({ tp: 2, schedule: 'interleaved', recompute: 'full' });
    expect(best?.plan.ep).toBeLessThanOrEqual(8);
    const free = findBestPlan(base).best?.tokensPerSecond ?? 0;
    expect(free).toBeGreaterThanOrEqual(best?.tokensPerSecond ?? 0);
  });

  test('a model that cannot fit is an answer with what it would need', () => {
    const { best, reason, plansEvaluated, plansPruned } = findBestPlan(setup('deepseek-v3', 'dgx-h100', 16));
    expect(best).toBeNull();
    expect(reason).toMatch(/^even the leanest plan .* needs \d+ GB a chip of \d+ GB/);
    expect(plansEvaluated).toBe(0);
    expect(plansPruned).toBeGreaterThan(0);
  });

  test('a chip count that is no power of two uses the best part of the cluster', () => {
    const { best } = findBestPlan(setup('qwen3-30b-a3b', 'dgx-h100', 100));
    expect(best?.ranksUsed).toBeGreaterThanOrEqual(88);
    expect((best?.ranksUsed ?? 0) + (best?.ranksIdle ?? 0)).toBe(100);
  });
});
