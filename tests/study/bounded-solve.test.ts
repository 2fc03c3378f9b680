import fc from 'fast-check';
import { expect, test } from 'vitest';
import { solveBounded } from '../../src/study/calibrate/solve';

const number = fc.double({ min: -3, max: 3, noNaN: true });
/** A symmetric positive definite matrix, a right-hand side and bounds around some point. */
const problem = fc.integer({ min: 1, max: 6 }).chain((n) =>
  fc.record({
    factor: fc.array(fc.array(number, { minLength: n, maxLength: n }), { minLength: n, maxLength: n }),
    b: fc.array(number, { minLength: n, maxLength: n }),
    least: fc.array(fc.double({ min: -2, max: 0.5, noNaN: true }), { minLength: n, maxLength: n }),
    width: fc.array(fc.double({ min: 0, max: 2, noNaN: true }), { minLength: n, maxLength: n }),
  }),
);

test('every coordinate solves its equation, or stands at the bound that it is pushed against', () => {
  fc.assert(
    fc.property(problem, ({ factor, b, least, width }) => {
      const n = b.length;
      const a = factor.map((row, i) =>
        Float64Array.from({ length: n }, (_, j) => {
          const dot = row.reduce((sum, value, k) => sum + value * factor[j][k], 0);
          return dot + (i === j ? 1 : 0);
        }),
      );
      const most = least.map((value, i) => value + width[i]);
      const x = solveBounded(a, Float64Array.from(b), Float64Array.from(least), Float64Array.from(most));
      for (let i = 0; i < n; i++) {
        expect(x[i]).toBeGreaterThanOrEqual(least[i]);
        expect(x[i]).toBeLessThanOrEqual(most[i]);
        const slope = a[i].reduce((sum, value, k) => sum + value * x[k], 0) - b[i];
        if (slope > 1e-6) expect(x[i]).toBe(least[i]);
        if (slope < -1e-6) expect(x[i]).toBe(most[i]);
      }
    }),
    { numRuns: 200 },
  );
});
