const suffixExponent: Readonly<Record<string, string>> = { '': '0', k: '3', K: '3', M: '6', B: '9', T: '12' };
const count = /^([+-]?(?:\d[\d_]*(?:,\d{3})*(?:\.\d*)?|\.\d+)(?:[eE]([+-]?\d+))?)\s*([kKMBT]?)(\s*tokens?)?$/;

/**
 * A count such as `16384`, `100,000`, `28.5T` (k, M, B, T: thousands to trillions) or `4M tokens`; null if it is none.
 * Scaled in decimal, so that 28.5T is exactly 28500000000000.
 */
export function parseCount(input: string | number, tokens = false): number | null {
  if (typeof input === 'number') return input;
  const match = count.exec(input.trim());
  if (!match || (match[4] && !tokens) || (match[2] && match[3])) return null;
  const digits = match[1].replace(/[_,]/g, '');
  return Number(match[2] ? digits : `${digits}e${suffixExponent[match[3]]}`);
}

/** A share: `30 %` or 0.3 → 0.3; null if it is none. */
export function parseRatio(input: string | number): number | null {
  if (typeof input === 'number') return input;
  const match = /^([+-]?(?:\d[\d_]*(?:,\d{3})*(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?)\s*(%?)$/.exec(input.trim());
  if (!match) return null;
  const value = Number(match[1].replace(/[_,]/g, ''));
  return match[2] ? value / 100 : value;
}
