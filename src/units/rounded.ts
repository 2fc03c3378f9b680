/** Significant digits that an interval supports: two when it is wider than a tenth of the value, else three. */
export function digitsFor(value: number, low: number, high: number): 2 | 3 {
  return high - low > 0.1 * Math.abs(value) ? 2 : 3;
}

/** Rounds to the digits that an interval supports; formatters then add the unit. */
export function roundedTo(value: number, low: number, high: number): [number, number, number] {
  const digits = digitsFor(value, low, high);
  const round = (number: number) => Number(number.toPrecision(digits));
  return [round(value), round(low), round(high)];
}
