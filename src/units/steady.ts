/**
 * Logarithms and powers that give the same bits in every engine. The language leaves the last bits of these functions
 * open, and engines of different versions differ in them; sums, products and square roots are exact by IEEE 754.
 * Rounding the result to single precision (seven digits) drops the bits that differ.
 */
export const steadyLog = (x: number): number => Math.fround(Math.log(x));

export const steadyExp = (x: number): number => Math.fround(Math.exp(x));

export const steadyPower = (x: number, exponent: number): number => Math.fround(x ** exponent);

/** √(Σ x²), without the scaling that engines do differently. */
export function rootSumOfSquares(...values: readonly number[]): number {
  let sum = 0;
  for (const value of values) sum += value * value;
  return Math.sqrt(sum);
}

/** The same for single values that need more digits: rounded to fourteen. Slow; not for hot loops. */
export const steadyDigits = (x: number): number => (Number.isFinite(x) ? Number(x.toPrecision(14)) : x);
