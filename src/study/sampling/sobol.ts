import { JOE_KUO } from './joe-kuo';
import { hash, owenScramble } from './scramble';

const BITS = 32;
const TWO_32 = 2 ** 32;

/** Direction numbers of each dimension, 32 a dimension, the first for the lowest bit of the index. */
const directions: Uint32Array[] = [firstDimension(), ...JOE_KUO.trim().split(/\s+/).map(dimensionOf)];

/** Dimensions that there are. */
export const SOBOL_DIMENSIONS = directions.length;

function firstDimension(): Uint32Array {
  return Uint32Array.from({ length: BITS }, (_, bit) => 2 ** (BITS - 1 - bit));
}

/** The recurrence of Bratley and Fox over a polynomial of degree s: `polynomial:m1,…,ms`. */
function dimensionOf(row: string): Uint32Array {
  const [polynomial, initial] = row.split(':');
  const coefficients = Number(polynomial);
  const m = initial.split(',').map(Number);
  const degree = m.length;
  const v = new Uint32Array(BITS);
  for (let k = 0; k < BITS; k++) {
    if (k < degree) {
      v[k] = m[k] * 2 ** (BITS - 1 - k);
      continue;
    }
    let next = v[k - degree] ^ (v[k - degree] >>> degree);
    for (let j = 1; j < degree; j++) if ((coefficients >>> (degree - j)) & 1) next ^= v[k - j];
    v[k] = next;
  }
  return v;
}

/** Coordinate `dimension` (0-based) of point `index` of the unscrambled sequence, as a 32-bit integer. */
export function sobolInteger(dimension: number, index: number): number {
  const v = directions[dimension];
  let x = 0;
  for (let bit = 0, rest = index; rest !== 0; bit++, rest >>>= 1) if (rest & 1) x ^= v[bit];
  return x >>> 0;
}

/**
 * Coordinate `dimension` of point `index` in (0, 1), scrambled by `seed` so that the points of any power of two stay a
 * net and each is uniform. Beyond the dimensions of the table plain random numbers take over.
 */
export function sobolPoint(dimension: number, index: number, seed: number): number {
  const own = hash(seed, dimension);
  const bits =
    dimension < SOBOL_DIMENSIONS ? owenScramble(sobolInteger(dimension, index), own) : hash(own, index);
  return (bits + 0.5) / TWO_32;
}
