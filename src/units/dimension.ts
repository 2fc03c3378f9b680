/** What a quantity in a file or field can be. SI inside: B/s, FLOP/s, B, s, W, USD, USD per hour, plain counts and shares. */
export const DIMENSIONS = [
  'bandwidth',
  'flops',
  'bytes',
  'seconds',
  'watts',
  'usd',
  'usd-per-hour',
  'count',
  'ratio',
  'tokens',
] as const;
export type Dimension = (typeof DIMENSIONS)[number];
