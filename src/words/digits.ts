/** A number with all its digits, thousands set apart; one too large for that as it is written in files. */
export const digits = (value: number): string =>
  Math.abs(value) < 1e21 ? value.toLocaleString('en-US', { maximumFractionDigits: 20 }) : String(value);
