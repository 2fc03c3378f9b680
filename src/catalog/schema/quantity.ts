import { z } from 'zod';
import { type Dimension, parseQuantity, type Sign } from '../../units';
import { words } from '../../words';

/** A quantity as text with its unit (or a bare number where that is clear); SI after parsing. */
export function quantity(dimension: Dimension, sign: Sign = 'positive') {
  return z
    .union([z.string(), z.number()], { error: () => words().units.expected[dimension] })
    .transform((input, context): number => {
      const parsed = parseQuantity(input, dimension, sign);
      if (parsed.ok) return parsed.value;
      const { message, expected, nearest } = parsed;
      context.addIssue({ code: 'custom', message, params: { expected, nearest } });
      return z.NEVER;
    });
}

/** A whole number of things, at least `least`; k, M, B, T suffixes allowed. */
export function count(least = 1, most = 1e18) {
  return quantity('count', 'any').superRefine((value, context) => {
    const say = words().catalog;
    if (Number.isInteger(value) && value >= least && value <= most) return;
    const message = Number.isInteger(value) ? say.outOfRange(value, least, most) : say.notWhole(value);
    context.addIssue({ code: 'custom', message, params: { expected: say.wholeNumber(least, most) } });
  });
}

/** A share or factor between two bounds. */
export function share(least: number, most: number) {
  return quantity('ratio', 'any').superRefine((value, context) => {
    if (value >= least && value <= most) return;
    const say = words().catalog;
    context.addIssue({
      code: 'custom',
      message: say.outOfRange(value, least, most),
      params: { expected: say.between(least, most) },
    });
  });
}

/** Low, central and high estimate of a price. */
export function estimate(dimension: 'usd' | 'usd-per-hour') {
  return z.strictObject({
    low: quantity(dimension),
    central: quantity(dimension),
    high: quantity(dimension),
  });
}
