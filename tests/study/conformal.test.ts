import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { intervalScales } from '../../src/study/calibrate/conformal';
import type { Datum } from '../../src/study/calibrate/data';

interface Run {
  group: string;
  documented: boolean;
  spread: number;
  residual: number;
}

const runs = fc.array(
  fc.record({
    group: fc.constantFrom('a', 'b', 'c', 'd'),
    documented: fc.boolean(),
    spread: fc.double({ min: 0.01, max: 0.2, noNaN: true }),
    residual: fc.double({ min: -1, max: 1, noNaN: true }),
  }),
  { minLength: 20, maxLength: 60 },
);

const scalesOf = (all: readonly Run[]) => {
  const data = all.map((run) => ({ ...run, stackMeasured: true }) as unknown as Datum);
  const residuals = all.map(({ residual }) => residual);
  return intervalScales(data, { seen: residuals, runs: residuals, source: residuals, family: residuals });
};

describe('scales of the intervals', () => {
  test('hold every source with ten runs, of one kind or of both, at least 65 times of 100', () => {
    fc.assert(
      fc.property(runs, (all) => {
        fc.pre(all.some(({ documented }) => documented) && all.some(({ documented }) => !documented));
        const { seen } = scalesOf(all);
        for (const group of ['a', 'b', 'c', 'd']) {
          const own = all.filter((run) => run.group === group);
          if (own.length < 10) continue;
          const held = own.filter(
            ({ residual, spread, documented }) =>
              Math.abs(residual) <= spread * (documented ? seen.documented : seen.undocumented),
          );
          expect(held.length / own.length).toBeGreaterThanOrEqual(0.65);
        }
      }),
    );
  });

  test('are never narrower where the evidence is thinner', () => {
    fc.assert(
      fc.property(runs, (all) => {
        fc.pre(all.some(({ documented }) => documented) && all.some(({ documented }) => !documented));
        const { seen, measured, partial, datasheet } = scalesOf(all);
        const ladder = [seen, measured, partial, datasheet];
        for (let i = 1; i < ladder.length; i++) {
          expect(ladder[i].documented).toBeGreaterThanOrEqual(ladder[i - 1].documented);
          expect(ladder[i].undocumented).toBeGreaterThanOrEqual(ladder[i - 1].undocumented);
        }
      }),
    );
  });
});
