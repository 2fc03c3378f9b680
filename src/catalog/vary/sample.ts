import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

const RESOLUTION = 2 ** 30;

/**
 * Latin hypercube: for each of `inputs`, `points` places in [0, 1), one in each of `points` equal parts, in an order
 * of its own. The same for the same seed, everywhere.
 */
export function latinHypercube(inputs: number, points: number, seed: number): Float64Array[] {
  const random = xoroshiro128plus(seed);
  return Array.from({ length: inputs }, () => {
    const places = new Float64Array(points);
    for (let i = 0; i < points; i++) {
      places[i] = (i + uniformInt(random, 0, RESOLUTION - 1) / RESOLUTION) / points;
    }
    for (let i = points - 1; i > 0; i--) {
      const other = uniformInt(random, 0, i);
      [places[i], places[other]] = [places[other], places[i]];
    }
    return places;
  });
}
