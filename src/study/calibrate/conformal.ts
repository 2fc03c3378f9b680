import type { Datum } from './data';

/** Half-width of an 80 % interval over a prediction's own spread, for runs with and without published switches. */
export interface IntervalScale {
  documented: number;
  undocumented: number;
}

/** By evidence: known chip and stack, known chip, datasheet only. */
export interface IntervalScales {
  measured: IntervalScale;
  partial: IntervalScale;
  datasheet: IntervalScale;
}

const COVERAGE = 0.8;

/** Split-conformal quantile: the ⌈0.8 (n + 1)⌉-th smallest score. */
function quantile(scores: readonly number[]): number {
  if (scores.length === 0) return Number.NaN;
  const sorted = [...scores].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length, Math.ceil(COVERAGE * (sorted.length + 1))) - 1];
}

/** The quantile over all of the given sets of residuals together. */
function scaleOf(data: readonly Datum[], ...sets: ArrayLike<number>[]): IntervalScale {
  const scores = (documented: boolean) =>
    sets.flatMap((r) =>
      data.flatMap((datum, i) => (datum.documented === documented ? [Math.abs(r[i]) / datum.spread] : [])),
    );
  return { documented: quantile(scores(true)), undocumented: quantile(scores(false)) };
}

const atLeast = (a: IntervalScale, b: IntervalScale): IntervalScale => ({
  documented: Math.max(a.documented, b.documented),
  undocumented: Math.max(a.undocumented, b.undocumented),
});

/**
 * Interval scales from residuals. Chip and stack known: half of the runs are new ones (their model on their chip left
 * out of the fit), half are near-repeats of runs that the fit saw, so both kinds are pooled. Chip known: the whole source
 * left out. Datasheet only: the chip family treated as unknown. Thinner evidence is never narrower.
 */
export function intervalScales(
  data: readonly Datum[],
  held: {
    seen: ArrayLike<number>;
    runs: ArrayLike<number>;
    source: ArrayLike<number>;
    family: ArrayLike<number>;
  },
): IntervalScales {
  const measured = scaleOf(data, held.seen, held.runs);
  const partial = atLeast(scaleOf(data, held.source), measured);
  return { measured, partial, datasheet: atLeast(scaleOf(data, held.family), partial) };
}
