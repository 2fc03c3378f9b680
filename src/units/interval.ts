import { type Algebra, type CompiledTree, compileTree } from './expression-tree';
import { steadyDigits } from './steady';

/** All values that a quantity may have, ends included; an end may be infinite where a figure is not known. */
export interface Interval {
  low: number;
  high: number;
}

export const point = (value: number): Interval => ({ low: value, high: value });

const WHOLE_LINE: Interval = { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };

/** Zero or above: what is known of a physical figure that nobody published. */
export const NOT_NEGATIVE: Interval = { low: 0, high: Number.POSITIVE_INFINITY };

/** The hull of corner values; one that is no number (∞ − ∞, 0 · ∞) leaves nothing known. */
function hull(...corners: number[]): Interval {
  return corners.some(Number.isNaN) ? WHOLE_LINE : { low: Math.min(...corners), high: Math.max(...corners) };
}

/** 0 · ∞ is 0 here: a figure that is zero stays zero however large the other is. */
const times = (a: number, b: number): number => (a === 0 || b === 0 ? 0 : a * b);

const product = (a: Interval, b: Interval): Interval =>
  hull(times(a.low, b.low), times(a.low, b.high), times(a.high, b.low), times(a.high, b.high));

function quotient(a: Interval, b: Interval): Interval {
  if (b.low < 0 && b.high > 0) return WHOLE_LINE;
  if (b.low === 0 && b.high === 0) return WHOLE_LINE;
  if (b.low === 0 || b.high === 0) {
    const [end, limit] = b.low === 0 ? [b.high, Number.POSITIVE_INFINITY] : [b.low, Number.NEGATIVE_INFINITY];
    // Not by the inverse, which is infinite below 1e-308 already.
    const by = (x: number) => (Number.isFinite(end) ? x / end : 0);
    return hull(by(a.low), by(a.high), times(a.low, limit), times(a.high, limit));
  }
  return hull(a.low / b.low, a.low / b.high, a.high / b.low, a.high / b.high);
}

/** Exact for a base of zero or above, where the power is monotone in both; else only the whole line is safe. */
function power(a: Interval, b: Interval): Interval {
  if (a.low < 0) {
    const whole = b.low === b.high && Number.isInteger(b.low) && b.low >= 0;
    if (!whole) return WHOLE_LINE;
    const ends = hull(steadyDigits(a.low ** b.low), steadyDigits(a.high ** b.low));
    return a.high > 0 && b.low % 2 === 0 && b.low > 0 ? { low: 0, high: ends.high } : ends;
  }
  return hull(
    steadyDigits(a.low ** b.low),
    steadyDigits(a.low ** b.high),
    steadyDigits(a.high ** b.low),
    steadyDigits(a.high ** b.high),
  );
}

const rising = (of: (x: number) => number) => ({
  least: 1,
  most: 1,
  of: ([a]: Interval[]): Interval => hull(of(a.low), of(a.high)),
});

const intervals: Algebra<Interval> = {
  constant: point,
  negate: (a) => ({ low: -a.high, high: -a.low }),
  operators: new Map([
    ['+', (a: Interval, b: Interval) => hull(a.low + b.low, a.high + b.high)],
    ['-', (a: Interval, b: Interval) => hull(a.low - b.high, a.high - b.low)],
    ['*', product],
    ['/', quotient],
    ['^', power],
  ]),
  functions: new Map([
    ['min', { least: 1, most: 16, of: (args: Interval[]) => both(args, Math.min) }],
    ['max', { least: 1, most: 16, of: (args: Interval[]) => both(args, Math.max) }],
    ['sqrt', rising(Math.sqrt)],
    ['log2', rising((x) => steadyDigits(Math.log2(x)))],
    ['floor', rising(Math.floor)],
    ['ceil', rising(Math.ceil)],
    ['round', rising(Math.round)],
  ]),
};

const both = (args: Interval[], of: (...values: number[]) => number): Interval => ({
  low: of(...args.map(({ low }) => low)),
  high: of(...args.map(({ high }) => high)),
});

/**
 * The same language as `compileExpression`, over intervals: the result holds every value that the expression takes while
 * its variables run over theirs. It may be wider where a variable stands twice. Never throws.
 */
export const compileInterval = (text: string, names: readonly string[]): CompiledTree<Interval> =>
  compileTree(text, names, intervals);
