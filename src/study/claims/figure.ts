import type { Interval } from '../../units';

/** A number with the interval that it may lie in. */
export interface Figure extends Interval {
  value: number;
}

export const exact = (value: number): Figure => ({ value, low: value, high: value });

/** The same figure times a positive factor, such as one of units. */
export const scaled = (figure: Figure, factor: number): Figure => ({
  value: figure.value * factor,
  low: figure.low * factor,
  high: figure.high * factor,
});
