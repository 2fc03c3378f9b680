/** Round ends of axes that hold while values move a little: nothing but the values moves under a slider. */

const ROUND = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10];

/** From nought to a round number above all values; null where some are below nought or none is above. */
export function rangeFromZero(values: readonly (number | null | undefined)[]): [number, number] | null {
  const known = values.filter((value) => value !== null && value !== undefined);
  const most = Math.max(0, ...known);
  if (!(most > 0) || !Number.isFinite(most) || known.some((value) => value < 0)) return null;
  const decade = 10 ** Math.floor(Math.log10(most));
  // The highest mark keeps a little distance.
  const round = ROUND.find((mantissa) => mantissa * decade >= 1.02 * most) ?? 12;
  return [0, Number((round * decade).toPrecision(3))];
}

/** All values with some room on both sides, in powers of ten on a log axis; null where they are one, or none. */
export function rangeAround(values: readonly number[], log: boolean): [number, number] | null {
  const places = log ? values.map(Math.log10) : values;
  const [low, high] = [Math.min(...places), Math.max(...places)];
  const room = 0.04 * (high - low);
  return high > low && Number.isFinite(room) ? [low - room, high + room] : null;
}
