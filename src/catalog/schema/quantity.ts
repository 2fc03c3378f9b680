import { z } from 'zod';
import { type Dimension, formatQuantity, parseQuantity, type Sign } from '../../units';
import { words } from '../../words';

/** What a number may be, in SI. */
export interface Limits {
  sign: Sign;
  least: number;
  most: number;
  whole: boolean;
}

/** Of each schema of a number: what it may be, for those that set the number by another way than a file. */
const limits = z.registry<Limits>();

const SIGNED: Readonly<Record<Sign, number>> = {
  positive: 0,
  'not-negative': 0,
  any: Number.NEGATIVE_INFINITY,
};

/** More of it than any chip, network or run has: a slip of the pen. SI. */
const MOST: Partial<Record<Dimension, number>> = {
  bandwidth: 1e16,
  flops: 1e20,
  bytes: 1e15,
  watts: 1e12,
  seconds: 1e12,
  tokens: 1e18,
};

/** A quantity as text with its unit (or a bare number where that is clear); SI after parsing. */
export function quantity(dimension: Dimension, sign: Sign = 'positive') {
  const most = MOST[dimension] ?? Number.POSITIVE_INFINITY;
  return z
    .union([z.string(), z.number()], { error: () => words().units.expected[dimension] })
    .transform((input, context): number => {
      const parsed = parseQuantity(input, dimension, sign);
      if (parsed.ok && parsed.value > most) {
        const message = words().catalog.beyond(String(input), formatQuantity(most, dimension), true);
        context.addIssue({
          code: 'custom',
          message,
          params: { expected: words().units.expected[dimension] },
        });
        return z.NEVER;
      }
      if (parsed.ok) return parsed.value;
      const { message, expected, nearest } = parsed;
      context.addIssue({ code: 'custom', message, params: { expected, nearest } });
      return z.NEVER;
    })
    .register(limits, { sign, least: SIGNED[sign], most, whole: false });
}

/** A whole number of things, at least `least`; k, M, B, T suffixes allowed. */
export const count = (least = 1, most = 1e18) => limited('count', { sign: 'any', least, most, whole: true });

/** A share or factor between two bounds. */
export const share = (least: number, most: number) =>
  limited('ratio', { sign: 'any', least, most, whole: false });

function limited(dimension: Dimension, own: Limits) {
  return quantity(dimension, own.sign)
    .superRefine((value, context) => {
      const problem = beyond(own, value);
      if (problem === null) return;
      context.addIssue({
        code: 'custom',
        message: problem.message,
        params: { expected: problem.expected },
      });
    })
    .register(limits, own);
}

/** Packages of one cluster: more than anyone has made of a chip, and few enough to count plans over. */
export const packages = () => count(1, 1e8);

/** A whole number that is written as one, without a suffix. */
export const whole = (least: number, most: number) =>
  z.int().min(least).max(most).register(limits, { sign: 'any', least, most, whole: true });

/** A number without a unit, zero or above. */
export const notNegative = () =>
  z
    .number()
    .nonnegative()
    .register(limits, { sign: 'not-negative', least: 0, most: Number.POSITIVE_INFINITY, whole: false });

/** What is wrong with a number that has the right sign; null where nothing is. */
export function beyond(
  { least, most, whole }: Limits,
  value: number,
): { message: string; expected: string } | null {
  const integral = !whole || Number.isInteger(value);
  if (integral && value >= least && value <= most) return null;
  const say = words().catalog;
  const expected = whole ? say.wholeNumber(least, most) : say.between(least, most);
  return { message: integral ? say.outOfRange(value, least, most) : say.notWhole(value), expected };
}

/** The limits of a number of a schema, which may be optional, nullable or have a default. */
export function limitsOf(schema: z.core.$ZodType): Limits {
  const own = limits.get(schema);
  if (own) return own;
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault) {
    return limitsOf(schema.unwrap());
  }
  throw new Error('no schema of a number');
}

interface Ends {
  low: number;
  central?: number;
  high?: number;
}

/** A check that a range does not begin above its end, nor an estimate lie outside its bounds. */
export const inOrder =
  (): z.core.CheckFn<Ends> =>
  ({ value, issues }) => {
    const { low, central = low, high = Number.POSITIVE_INFINITY } = value;
    if (low <= central && central <= high) return;
    const say = words().catalog;
    const message = value.central === undefined ? say.rangeOrder : say.estimateOrder;
    issues.push({ code: 'custom', input: value, message, path: ['low'] });
  };

/** Low, central and high estimate of a price. */
export function estimate(dimension: 'usd' | 'usd-per-hour') {
  return z
    .strictObject({ low: quantity(dimension), central: quantity(dimension), high: quantity(dimension) })
    .check(inOrder());
}
