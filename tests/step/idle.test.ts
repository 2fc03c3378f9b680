import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DISPATCHERS, estimateStep, PRECISIONS, ROUTINGS, type Setup } from '../../src/step';
import { supportsPrecision } from '../../src/step/choice';
import { idleConstants } from '../../src/step/idle';
import { arbitraryCase } from './arbitrary';

/** Catalog cases with any switches, also such as no stack of the catalog has together. */
const anySwitches = fc
  .record({
    base: arbitraryCase,
    precision: fc.constantFrom(...PRECISIONS),
    routing: fc.constantFrom(...ROUTINGS),
    switches: fc.record({
      dispatcher: fc.constantFrom(...DISPATCHERS),
      cudaGraphs: fc.constantFrom('none', 'router', 'scoped', 'full'),
      permuteFusion: fc.boolean(),
      indexedPermute: fc.boolean(),
      groupedGemm: fc.boolean(),
      fusedGroupedMlp: fc.boolean(),
      epOverlap: fc.boolean(),
      tpOverlap: fc.boolean(),
      fp8Attention: fc.boolean(),
      fa2Attention: fc.boolean(),
      fusedVectorKernels: fc.boolean(),
    }),
  })
  .map(({ base: { setup, plan }, precision, routing, switches }) => {
    const { stack, training, cluster } = setup;
    const supported = supportsPrecision(cluster.system.chip, precision) ? precision : 'bf16';
    const any: Setup = {
      ...setup,
      stack: { ...stack, switches: { ...stack.switches, ...switches } as Setup['stack']['switches'] },
      training: { ...training, precision: supported, routing },
    };
    return { setup: any, plan };
  });

test('what no setup asks for may be no number at all: not a bit of a step changes', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(anySwitches, ({ setup, plan }) => {
      const idle = idleConstants(setup);
      for (const name of idle) seen.add(name);
      const { stack } = setup;
      const constants = { ...stack.constants };
      for (const name of idle) constants[name] = Number.NaN;
      const spoilt: Setup = { ...setup, stack: { ...stack, constants } };
      expect(estimateStep(spoilt, plan)).toEqual(estimateStep(setup, plan));
    }),
    { numRuns: 800, seed: 31 },
  );
  expect(seen.size).toBeGreaterThan(30);
});
