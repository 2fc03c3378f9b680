import fc from 'fast-check';
import { expect, test } from 'vitest';
import { catalogModel, catalogStack, catalogSystem } from '../../src/catalog';
import { ratioSpread, sourcesSpread, throughputSources, throughputSpread } from '../../src/run';
import { findBestPlan } from '../../src/search';
import type { Setup } from '../../src/step';

const setup = (system: string, stack: string, name = system): Setup => ({
  model: catalogModel('qwen3-30b-a3b'),
  cluster: { name, system: catalogSystem(system), chips: 64 },
  stack: catalogStack(stack),
  training: {
    ...{ tokens: 1e12, sequence: 4096, globalBatch: 512, precision: 'bf16', optimizer: 'adam' },
    ...{ routing: 'aux-free', capacityFactor: null },
  },
});

const asked = fc.constantFrom(
  setup('dgx-h100', 'megatron-2025'),
  setup('atlas-800t-a2', 'mindspeed-2025'),
  setup('hgx-b30a', 'megatron-2025'),
  setup('cloudmatrix-384', 'pangu-2025'),
);

const sources = (one: Setup) => {
  const plan = findBestPlan(one, {}, { top: 1 }).best?.plan;
  if (!plan) throw new Error('no plan');
  return { sources: throughputSources(one, plan), spread: throughputSpread(one, plan) };
};

test('the sources of a spread add up to it', () => {
  fc.assert(
    fc.property(asked, (one) => {
      const { sources: parts, spread } = sources(one);
      expect(sourcesSpread(parts)).toBeCloseTo(spread, 6);
    }),
    { numRuns: 8 },
  );
});

test('a ratio is surer than its sides apart where they share causes', () => {
  const { sources: a } = sources(setup('dgx-h100', 'megatron-2025'));
  const { sources: b } = sources(setup('dgx-h800', 'megatron-2025'));
  const apart = Math.hypot(sourcesSpread(a), sourcesSpread(b));
  expect(ratioSpread(a, b)).toBeLessThan(0.8 * apart);
  expect(ratioSpread(a, a)).toBe(0);
});
