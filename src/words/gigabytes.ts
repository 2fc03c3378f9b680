/** Bytes as a number of decimal GB. */
export const gigabytes = (bytes: number, digits: number): string => (bytes / 1e9).toFixed(digits);

const MOST_DIGITS = 3;

/** Two sizes in GB, in as many digits as tell them apart. */
export function gigabytesApart(one: number, other: number): [string, string] {
  let digits = 0;
  while (digits < MOST_DIGITS && gigabytes(one, digits) === gigabytes(other, digits)) digits += 1;
  return [gigabytes(one, digits), gigabytes(other, digits)];
}
