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

/** Constants and scales are written with few digits: what is held at the border must be so after that. */
const ROUNDING = 1.01;

/** What the scores of each source with enough of them must be divided by, so that enough of them are at most 1. */
function leastDivisor(
  data: readonly Datum[],
  among: (datum: Datum) => boolean,
  score: (datum: Datum, i: number) => number,
): number {
  const bySource = new Map<string, number[]>();
  data.forEach((datum, i) => {
    if (!among(datum)) return;
    const scores = bySource.get(datum.group) ?? [];
    scores.push(score(datum, i));
    bySource.set(datum.group, scores);
  });
  const wellSeen = [...bySource.values()].filter(({ length }) => length >= WELL_SEEN);
  const needed = (scores: number[]) => ascending(scores)[Math.ceil(LEAST_COVERAGE * scores.length) - 1];
  return Math.max(0, ...wellSeen.map(needed)) * ROUNDING;
}

/** The scale, widened so that every source with enough runs, of one kind or of both, is held as often as it should be. */
function holdingSources(
  data: readonly Datum[],
  residuals: ArrayLike<number>,
  scale: IntervalScale,
): IntervalScale {
  const score = ({ spread }: Datum, i: number) => Math.abs(residuals[i]) / spread;
  const ofKind = atLeast(scale, {
    documented: leastDivisor(data, ({ documented }) => documented, score),
    undocumented: leastDivisor(data, ({ documented }) => !documented, score),
  });
  const both = leastDivisor(
    data,
    () => true,
    (datum, i) => score(datum, i) / (datum.documented ? ofKind.documented : ofKind.undocumented),
  );
  const factor = Math.max(1, both);
  return { documented: ofKind.documented * factor, undocumented: ofKind.undocumented * factor };
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
  const seen = holdingSources(data, held.seen, scaleOf(data, all, held.seen));
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
