import type { Interval } from '../../units';

/** A number with the interval that it may lie in. */
export interface Figure extends Interval {
  value: number;
}

export const exact = (value: number): Figure => ({ value, low: value, high: value });

/** The same figure in another unit, or its reciprocal side: ends stay ordered for a positive factor. */
export const scaled = (figure: Figure, factor: number): Figure => ({
  value: figure.value * factor,
  low: figure.low * factor,
  high: figure.high * factor,
});
