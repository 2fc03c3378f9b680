import type { Interval } from './interval';
import { compileInterval } from './interval';

/** Bounds on an expression; all that are given must be met. */
interface Condition {
  of: string;
  at_least?: number | undefined;
  above?: number | undefined;
  at_most?: number | undefined;
  below?: number | undefined;
}

/** True, false, or not decided by what is known. */
type Verdict = true | false | null;

/** What became of one condition or of a group of them. */
export interface Judged {
  verdict: Verdict;
  /**
   * Relative distance from the nearest change of the verdict: above zero where it is met. `null` where nothing is
   * known. Of an interval, both ends.
   */
  margin: Interval;
}

export interface JudgedCondition extends Judged {
  of: string;
  value: Interval;
  bound: number;
  kind: 'at_least' | 'above' | 'at_most' | 'below';
}

const KINDS = ['at_least', 'above', 'at_most', 'below'] as const;

type Kind = (typeof KINDS)[number];

const met: Readonly<Record<Kind, (value: number, bound: number) => boolean>> = {
  at_least: (value, bound) => value >= bound,
  above: (value, bound) => value > bound,
  at_most: (value, bound) => value <= bound,
  below: (value, bound) => value < bound,
};

/** Distance of a value from a bound as a share of the bound, above zero on the side that meets it. */
const distance = (kind: Kind, value: number, bound: number): number => {
  const scale = bound === 0 ? 1 : Math.abs(bound);
  return kind === 'at_least' || kind === 'above' ? (value - bound) / scale : (bound - value) / scale;
};

/** A condition over named quantities, each an interval, in the order of `names`. */
export function judgeCondition(
  condition: Condition,
  names: readonly string[],
  values: readonly Interval[],
): JudgedCondition[] {
  const compiled = compileInterval(condition.of, names);
  if (!compiled.ok) throw new Error(compiled.message);
  const value = compiled.value(values);
  return KINDS.flatMap((kind) => {
    const bound = condition[kind];
    if (bound === undefined) return [];
    const ends = [value.low, value.high];
    const low = Math.min(...ends.map((end) => distance(kind, end, bound)));
    const high = Math.max(...ends.map((end) => distance(kind, end, bound)));
    const first = met[kind](value.low, bound);
    const verdict = first === met[kind](value.high, bound) ? first : null;
    return [{ of: condition.of, value, bound, kind, verdict, margin: { low, high } }];
  });
}

/** All must be met: the least margin decides. */
export function judgeAll(parts: readonly Judged[]): Judged {
  const verdict = parts.some((part) => part.verdict === false)
    ? false
    : parts.every((part) => part.verdict === true) || null;
  return {
    verdict,
    margin: {
      low: Math.min(...parts.map(({ margin }) => margin.low)),
      high: Math.min(...parts.map(({ margin }) => margin.high)),
    },
  };
}

/** One must be met: the greatest margin decides. */
export function judgeAny(parts: readonly Judged[]): Judged {
  const verdict = parts.some((part) => part.verdict === true)
    ? true
    : parts.some((part) => part.verdict === null)
      ? null
      : false;
  return {
    verdict,
    margin: {
      low: Math.max(...parts.map(({ margin }) => margin.low)),
      high: Math.max(...parts.map(({ margin }) => margin.high)),
    },
  };
}
