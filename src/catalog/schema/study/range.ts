import { z } from 'zod';
import { type Dimension, parseQuantity, parseRange } from '../../../units';
import { words } from '../../../words';
import { beyond, type Limits } from '../quantity';

const DISTRIBUTIONS = ['lognormal', 'uniform', 'log-uniform', 'triangular'] as const;

/** What is believed of an input, in SI. */
export interface FlatRange {
  distribution: (typeof DISTRIBUTIONS)[number];
  /** Lognormal: the 80 % interval. Else the ends of what is possible. */
  low: number;
  high: number;
  /** Triangular: the likeliest value. */
  mode: number | null;
}

const scalar = z.union([z.string(), z.number()]);

const written = (dimension: Dimension) =>
  z.union(
    [
      z.string(),
      z.number(),
      z.strictObject({
        low: scalar,
        high: scalar,
        mode: scalar.optional().describe('Triangular: the likeliest value'),
        distribution: z.enum(DISTRIBUTIONS).default('lognormal'),
      }),
    ],
    { error: () => words().catalog.rangeForms(words().units.expected[dimension]) },
  );

/**
 * A range as text (`300 to 500 Gbit/s`, `5 ± 10 %`: an 80 % interval), or the ends of a distribution by name, of a number
 * that has limits. The ends of a count need not be whole.
 */
export const rangeSchema = (dimension: Dimension, limits: Limits) =>
  written(dimension).transform((input, context): FlatRange => {
    const refuse = (
      message: string,
      expected: string | null,
      nearest: string | null,
      path: string[] = [],
    ) => {
      context.addIssue({ code: 'custom', path, message, params: { expected, nearest } });
      return z.NEVER;
    };
    const outside = (value: number) => beyond({ ...limits, whole: false }, value);
    if (typeof input !== 'object') {
      const range = parseRange(input, dimension);
      if (!range.ok) return refuse(range.message, range.expected, range.nearest);
      const { low, high } = range;
      const wrong = outside(low) ?? outside(high);
      if (wrong) return refuse(wrong.message, wrong.expected, null);
      return { distribution: 'lognormal', low, high, mode: null };
    }
    const read = (key: 'low' | 'high' | 'mode') => {
      const given = input[key];
      if (given === undefined) return null;
      const value = parseQuantity(given, dimension);
      const wrong = value.ok ? outside(value.value) : value;
      if (value.ok && !wrong) return value.value;
      if (wrong) refuse(wrong.message, wrong.expected, value.ok ? null : value.nearest, [key]);
      return null;
    };
    const [low, high, mode] = [read('low'), read('high'), read('mode')];
    if (low === null || high === null) return z.NEVER;
    const say = words();
    if (low > high)
      return refuse(say.units.rangeBackwards(say.units.show(String(input.low))), null, null, ['low']);
    if (input.distribution === 'triangular' && (mode === null || mode < low || mode > high)) {
      return refuse(say.catalog.modeBetween, null, null, ['mode']);
    }
    return { distribution: input.distribution, low, high, mode };
  });
