import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { planSpace } from '../../src/search/space';
import { createTable, modelPassSeconds, setOffset } from '../../src/step';
import { arbitraryCase } from '../step/arbitrary';

describe('what the search prunes by', () => {
  test('a larger micro-batch never takes longer a sequence', () => {
    fc.assert(
      fc.property(arbitraryCase, fc.constantFrom(2, 3, 8), ({ setup, plan }, factor) => {
        const table = createTable(setup);
        const small = modelPassSeconds(table, setOffset(table, plan));
        const microBatch = plan.microBatch * factor;
        const large = modelPassSeconds(table, setOffset(table, { ...plan, microBatch }));
        expect(large).toBeLessThanOrEqual(small * factor * (1 + 1e-12));
        expect(large).toBeGreaterThanOrEqual(small);
      }),
      { numRuns: 600, seed: 21 },
    );
  });

  test('recomputation never makes a pass faster', () => {
    fc.assert(
      fc.property(arbitraryCase, ({ setup, plan }) => {
        const table = createTable(setup);
        const none = modelPassSeconds(table, setOffset(table, { ...plan, recompute: 'none' }));
        expect(modelPassSeconds(table, setOffset(table, plan))).toBeGreaterThanOrEqual(none * (1 - 1e-12));
      }),
      { numRuns: 600, seed: 22 },
    );
  });

  test('each recomputation of a search takes no less than the one before it', () => {
    fc.assert(
      fc.property(arbitraryCase, ({ setup, plan }) => {
        const table = createTable(setup);
        let before = 0;
        for (const recompute of planSpace(setup, {}).recompute) {
          const pass = modelPassSeconds(table, setOffset(table, { ...plan, recompute, recomputeShare: 1 }));
          expect(pass).toBeGreaterThanOrEqual(before * (1 - 1e-12));
          before = pass;
        }
      }),
      { numRuns: 600, seed: 23 },
    );
  });
});
