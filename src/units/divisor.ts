/** Greatest whole number that divides both whole numbers; of a number and 0 the number itself. */
export function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
