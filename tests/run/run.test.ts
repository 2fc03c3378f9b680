import { describe, expect, test } from 'vitest';
import { catalogModel, catalogStack, catalogSystem } from '../../src/catalog';
import { defaultRunAssumptions, estimateRun, goodputOf, paidChips, throughputSpread } from '../../src/run';
import { findBestPlan } from '../../src/search';
import type { Setup } from '../../src/step';

const setup: Setup = {
  model: catalogModel('glm-5'),
  cluster: { name: 'H100', system: catalogSystem('dgx-h100'), chips: 2048 },
  stack: catalogStack('megatron-2025'),
  training: {
    tokens: 28.5e12,
    sequence: 4096,
    globalBatch: 7680,
    precision: 'bf16',
    optimizer: 'adam',
    routing: 'aux-free',
    capacityFactor: null,
  },
};
const assumptions = defaultRunAssumptions(setup.cluster.system);

describe('goodput', () => {
  test('Llama 3: 16,384 GPUs, 419 interruptions in 54 days, above 90 % effective time', () => {
    const rate = (419 / 54 / (16384 / 8)) * 1000;
    const share = goodputOf(16384, {
      ...assumptions,
      failuresPer1000NodeDays: rate,
      restartSeconds: 600,
      checkpointBlockingSeconds: 10,
      otherLossShare: 0,
    });
    expect(share).toBeGreaterThan(0.88);
    expect(share).toBeLessThan(0.96);
  });

  test('falls with chips and failures, and is one without losses', () => {
    const at = (chips: number) => goodputOf(chips, assumptions);
    expect(at(100_000)).toBeLessThan(at(10_000));
    expect(at(10_000)).toBeLessThan(at(100));
    expect(goodputOf(2048, { ...assumptions, failuresPer1000NodeDays: 0, otherLossShare: 0 })).toBe(1);
  });
});

describe('a whole run', () => {
  const step = findBestPlan(setup).best;
  if (!step) throw new Error('GLM-5 fits on 2,048 H100');
  const run = estimateRun(setup, step, assumptions);

  test('days, energy and cost follow from the rate', () => {
    expect(run.days * 86400 * step.tokensPerSecond * run.goodput).toBeCloseTo(28.5e12, -3);
    const kilowatts = run.energyJoules / (run.days * 86400) / 1e3 / setup.cluster.chips;
    expect(kilowatts).toBeGreaterThan(0.5);
    expect(kilowatts).toBeLessThan(2);
    const paid = paidChips(setup.cluster, 2048, assumptions);
    expect(run.costUsd / (run.days * 24 * paid)).toBeCloseTo(assumptions.usdPerChipHour, 9);
    expect(paid).toBeGreaterThan(2048);
  });

  test('where failures are little known and chips many, days are less sure than the step', () => {
    const width = ([low, high]: [number, number]) => Math.log(high / low);
    const ascend: Setup = {
      ...setup,
      cluster: { name: 'Ascend', system: catalogSystem('atlas-800t-a2'), chips: 50_000 },
    };
    const many = estimateRun(
      ascend,
      { ...step, ranksUsed: 50_000 },
      defaultRunAssumptions(ascend.cluster.system),
    ).interval80;
    expect(width(many.days)).toBeGreaterThan(1.5 * width(many.tokensPerSecond));
    expect(width(run.interval80.days)).toBeLessThan(1.2 * width(run.interval80.tokensPerSecond));
  });

  test('intervals hold the point and widen with ignorance', () => {
    const [low, high] = run.interval80.tokensPerSecond;
    expect(low).toBeLessThan(step.tokensPerSecond);
    expect(high).toBeGreaterThan(step.tokensPerSecond);
    const datasheet: Setup = {
      ...setup,
      cluster: { ...setup.cluster, system: { ...setup.cluster.system, evidence: 'datasheet' } },
    };
    const assumed: Setup = { ...datasheet, stack: { ...setup.stack, evidence: 'assumed' } };
    expect(throughputSpread(datasheet, step.plan)).toBeGreaterThan(throughputSpread(setup, step.plan));
    expect(throughputSpread(assumed, step.plan)).toBeGreaterThan(throughputSpread(datasheet, step.plan));
  });
});
