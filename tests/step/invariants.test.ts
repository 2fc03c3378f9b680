import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  assembleSeconds,
  bindPlan,
  CONSTANT_NAMES,
  constantProbe,
  createAssembly,
  createTable,
  estimateStep,
  microBatches,
  RESOURCES,
  scaleResource,
  stepTokensPerSecond,
} from '../../src/step';
import { arbitraryCase } from './arbitrary';

const runs = { numRuns: 300, seed: 9 };

describe('a step under a fixed plan', () => {
  test('elasticities to all rates sum to one: time is homogeneous of degree −1', () => {
    fc.assert(
      fc.property(arbitraryCase, ({ setup, plan }) => {
        const { elasticity, stepSeconds } = estimateStep(setup, plan);
        const sum = RESOURCES.reduce((total, resource) => total + elasticity[resource], 0);
        expect(stepSeconds).toBeGreaterThan(0);
        expect(Math.abs(sum - 1)).toBeLessThan(1e-6);
      }),
      runs,
    );
  });

  test('elasticities are the derivatives: they match a small change of each rate', () => {
    const h = 1e-5;
    let compared = 0;
    let kinks = 0;
    fc.assert(
      fc.property(arbitraryCase, fc.constantFrom(...RESOURCES), ({ setup, plan }, resource) => {
        const base = estimateStep(setup, plan);
        const up = estimateStep(scaleResource(setup, resource, 1 + h), plan).stepSeconds;
        const down = estimateStep(scaleResource(setup, resource, 1 - h), plan).stepSeconds;
        const numeric = (Math.log(down) - Math.log(up)) / (Math.log1p(h) - Math.log1p(-h));
        compared++;
        // A maximum that changes its winner inside the small step has no derivative there.
        if (Math.abs(numeric - base.elasticity[resource]) > 1e-4) kinks++;
      }),
      runs,
    );
    expect(compared).toBe(runs.numRuns);
    expect(kinks).toBeLessThan(4);
  });

  test('more of any resource never slows a given plan', () => {
    fc.assert(
      fc.property(
        arbitraryCase,
        fc.constantFrom(...RESOURCES),
        fc.double({ min: 1.01, max: 8, noNaN: true }),
        ({ setup, plan }, resource, factor) => {
          const before = estimateStep(setup, plan).stepSeconds;
          const after = estimateStep(scaleResource(setup, resource, factor), plan).stepSeconds;
          expect(after).toBeLessThanOrEqual(before * (1 + 1e-9));
        },
      ),
      runs,
    );
  });

  test('all rates twice as fast halve the step', () => {
    fc.assert(
      fc.property(arbitraryCase, ({ setup, plan }) => {
        const faster = RESOURCES.reduce((changed, resource) => scaleResource(changed, resource, 2), setup);
        expect(estimateStep(faster, plan).stepSeconds / estimateStep(setup, plan).stepSeconds).toBeCloseTo(
          0.5,
          9,
        );
      }),
      runs,
    );
  });

  test('the parts of the step add up to it', () => {
    fc.assert(
      fc.property(arbitraryCase, ({ setup, plan }) => {
        const step = estimateStep(setup, plan);
        const sum = Object.values(step.timeParts).reduce((a, b) => a + b, 0);
        expect(Math.abs(sum / step.stepSeconds - 1)).toBeLessThan(1e-9);
        for (const [part, seconds] of Object.entries(step.timeParts))
          expect(seconds, part).toBeGreaterThanOrEqual(0);
      }),
      runs,
    );
  });

  test('the fast path gives the same seconds as the path with derivatives', () => {
    fc.assert(
      fc.property(arbitraryCase, ({ setup, plan }) => {
        const table = createTable(setup);
        const assembly = createAssembly();
        bindPlan(assembly, table, plan, microBatches(setup, plan));
        const seconds = assembleSeconds(assembly, table);
        expect(seconds / estimateStep(setup, plan).stepSeconds).toBeCloseTo(1, 10);
      }),
      runs,
    );
  });

  test('one constant moved on a table used again gives the bits of a setup with that constant', () => {
    fc.assert(
      fc.property(
        arbitraryCase,
        fc.constantFrom(...CONSTANT_NAMES),
        fc.double({ min: 0.5, max: 2, noNaN: true }),
        ({ setup, plan }, name, factor) => {
          const { base, constants, rateWith } = constantProbe(setup, plan);
          const value = constants[name] * factor;
          const moved = {
            ...setup,
            stack: { ...setup.stack, constants: { ...setup.stack.constants, [name]: value } },
          };
          expect(rateWith(name, value)).toBe(stepTokensPerSecond(moved, plan));
          expect(rateWith(name, constants[name])).toBe(base);
          expect(base).toBe(estimateStep(setup, plan).tokensPerSecond);
        },
      ),
      runs,
    );
  });

  test('memory parts add up, and full recompute never needs more activations than none', () => {
    fc.assert(
      fc.property(arbitraryCase, ({ setup, plan }) => {
        const { memory } = estimateStep(setup, { ...plan, recompute: 'none' });
        const { parameters, gradients, optimizer, activations, workspace, buffers, total } = memory;
        expect(parameters + gradients + optimizer + activations + workspace + buffers).toBeCloseTo(total, 0);
        const full = estimateStep(setup, { ...plan, recompute: 'full' });
        expect(full.memory.activations).toBeLessThanOrEqual(activations * (1 + 1e-9));
      }),
      runs,
    );
  });

  test('a sharded optimizer needs no more memory than a replicated one', () => {
    fc.assert(
      fc.property(arbitraryCase, ({ setup, plan }) => {
        const replicated = estimateStep(setup, { ...plan, zero: 0 }).memory.total;
        expect(estimateStep(setup, { ...plan, zero: 1 }).memory.total).toBeLessThanOrEqual(replicated);
      }),
      runs,
    );
  });
});
