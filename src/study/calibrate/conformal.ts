import type { Datum } from './data';

/** Half-width of an 80 % interval over a prediction's own spread, for runs with and without published switches. */
export interface IntervalScale {
  documented: number;
  undocumented: number;
}

/** By evidence: what of chip, stack and run itself is known. */
export interface IntervalScales {
  /** Runs that the fit saw; with a stack known from one source. */
  seen: IntervalScale;
  singleSeen: IntervalScale;
  /** New runs: chip and stack known, stack known from one source, chip known, datasheet only. */
  measured: IntervalScale;
  single: IntervalScale;
  partial: IntervalScale;
  datasheet: IntervalScale;
}

const COVERAGE = 0.8;
/** The pool is full of a few sources' rows: of the fit's own, none that has so many is held less often than this. */
const LEAST_COVERAGE = 0.65;
const WELL_SEEN = 10;

const ascending = (scores: readonly number[]): number[] => [...scores].sort((a, b) => a - b);

/** Split-conformal quantile: the ⌈0.8 (n + 1)⌉-th smallest score. */
function quantile(scores: readonly number[]): number {
  if (scores.length === 0) return Number.NaN;
  return ascending(scores)[Math.min(scores.length, Math.ceil(COVERAGE * (scores.length + 1))) - 1];
}

/** The quantile over all of the given sets of residuals together, of the data that `among` admits. */
function scaleOf(
  data: readonly Datum[],
  among: (datum: Datum) => boolean,
  ...sets: ArrayLike<number>[]
): IntervalScale {
  const scores = (documented: boolean) =>
    sets.flatMap((r) =>
      data.flatMap((datum, i) =>
        datum.documented === documented && among(datum) ? [Math.abs(r[i]) / datum.spread] : [],
      ),
    );
  return { documented: quantile(scores(true)), undocumented: quantile(scores(false)) };
}

/** The scale under which every source with enough runs of a kind is held at least as often as it should be. */
function leastScale(data: readonly Datum[], residuals: ArrayLike<number>): IntervalScale {
  const least = (documented: boolean) => {
    const bySource = new Map<string, number[]>();
    data.forEach((datum, i) => {
      if (datum.documented !== documented) return;
      const scores = bySource.get(datum.group) ?? [];
      scores.push(Math.abs(residuals[i]) / datum.spread);
      bySource.set(datum.group, scores);
    });
    const wellSeen = [...bySource.values()].filter(({ length }) => length >= WELL_SEEN);
    return Math.max(
      0,
      ...wellSeen.map((scores) => ascending(scores)[Math.ceil(LEAST_COVERAGE * scores.length) - 1]),
    );
  };
  return { documented: least(true), undocumented: least(false) };
}

const atLeast = (a: IntervalScale, b: IntervalScale): IntervalScale => ({
  documented: Math.max(a.documented, b.documented),
  undocumented: Math.max(a.undocumented, b.undocumented),
});

/**
 * Interval scales from residuals. Runs of the fit: as fitted. New runs: their model on their chip, or their
 * whole source, left out. A stack of one
 * source: that source left out. Chip known: the whole source left out. Datasheet only: the chip family treated as unknown. Thinner evidence is never narrower.
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
  const all = () => true;
  const alone = ({ stackMeasured }: Datum) => !stackMeasured;
  const seen = atLeast(scaleOf(data, all, held.seen), leastScale(data, held.seen));
  const measured = atLeast(scaleOf(data, all, held.runs, held.source), seen);
  const single = atLeast(scaleOf(data, alone, held.source), measured);
  const partial = atLeast(scaleOf(data, all, held.source), measured);
  return {
    seen,
    singleSeen: atLeast(scaleOf(data, alone, held.seen), seen),
    measured,
    single,
    partial,
    datasheet: atLeast(scaleOf(data, all, held.family), partial),
  };
}
