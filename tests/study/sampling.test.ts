import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  normalQuantile,
  SOBOL_DIMENSIONS,
  sobolIndices,
  sobolInteger,
  sobolPoint,
} from '../../src/study/sampling';

const unscrambled = (dimension: number, index: number) => sobolInteger(dimension, index) / 2 ** 32;
/** The sequence in the order of Gray codes, as most libraries give it. */
const gray = (dimension: number, index: number) => unscrambled(dimension, index ^ (index >>> 1));

describe('the Sobol sequence', () => {
  test('has the points that the Joe-Kuo numbers give elsewhere', () => {
    // scipy.stats.qmc.Sobol(150, scramble=False) 1.17: dimensions 1, 2, 3, 6 of points 1 to 7; then point 15.
    const points = [
      [0.5, 0.5, 0.5, 0.5],
      [0.75, 0.25, 0.25, 0.75],
      [0.25, 0.75, 0.75, 0.25],
      [0.375, 0.375, 0.625, 0.125],
      [0.875, 0.875, 0.125, 0.625],
      [0.625, 0.125, 0.875, 0.875],
      [0.125, 0.625, 0.375, 0.375],
    ];
    points.forEach((point, i) => {
      expect([0, 1, 2, 5].map((dimension) => gray(dimension, i + 1))).toEqual(point);
    });
    expect([100, 140, 149].map((dimension) => gray(dimension, 15))).toEqual([0.4375, 0.1875, 0.3125]);
  });

  test('scrambled, has one point in each of 2^k equal parts of every dimension', () => {
    fc.assert(
      fc.property(
        fc.nat(SOBOL_DIMENSIONS - 1),
        fc.nat(1000),
        fc.integer({ min: 1, max: 8 }),
        (dimension, seed, k) => {
          const parts = Array.from({ length: 2 ** k }, (_, index) =>
            Math.floor(sobolPoint(dimension, index, seed) * 2 ** k),
          );
          expect(new Set(parts).size).toBe(2 ** k);
        },
      ),
    );
  });

  test('differs with the seed, and repeats with it', () => {
    const draw = (seed: number) => Array.from({ length: 8 }, (_, index) => sobolPoint(3, index, seed));
    expect(draw(1)).toEqual(draw(1));
    expect(draw(1)).not.toEqual(draw(2));
  });
});

test('normal quantiles', () => {
  expect(normalQuantile(0.5)).toBe(0);
  expect(normalQuantile(0.9)).toBeCloseTo(1.2815515655, 6);
  expect(normalQuantile(0.025)).toBeCloseTo(-1.9599639845, 6);
  expect(normalQuantile(1e-9)).toBeCloseTo(-5.997807015, 5);
});

/** Indices of a function of `inputs` standard uniform numbers by `rows` rows of A and B. */
function indicesOf(f: (x: number[]) => number, inputs: number, rows: number, seed: number) {
  const point = (row: number, side: 0 | 1) =>
    Array.from({ length: inputs }, (_, i) => sobolPoint(2 * i + side, row, seed));
  const column = (of: (row: number) => number[]) =>
    Float64Array.from({ length: rows }, (_, row) => f(of(row)));
  return sobolIndices({
    a: column((row) => point(row, 0)),
    b: column((row) => point(row, 1)),
    mixed: Array.from({ length: inputs }, (_, i) =>
      column((row) => point(row, 0).map((x, j) => (i === j ? point(row, 1)[j] : x))),
    ),
  });
}

describe('Sobol indices', () => {
  const ishigami = (x: number[]) => {
    const [a, b, c] = x.map((u) => Math.PI * (2 * u - 1));
    return Math.sin(a) + 7 * Math.sin(b) ** 2 + 0.1 * c ** 4 * Math.sin(a);
  };
  // Ishigami & Homma (1990), a = 7, b = 0.1.
  const first = [0.3139, 0.4424, 0];
  const total = [0.5576, 0.4424, 0.2437];

  test.each([1, 2, 3])('of the Ishigami function lie within 0.01, seed %d', (seed) => {
    const indices = indicesOf(ishigami, 3, 2 ** 13, seed);
    indices.forEach((index, i) => {
      expect(Math.abs(index.first - first[i])).toBeLessThan(0.01);
      expect(Math.abs(index.total - total[i])).toBeLessThan(0.01);
    });
  });

  test('tell their own error: few rows, and the truth within a few of them', () => {
    const indices = indicesOf(ishigami, 3, 256, 5);
    indices.forEach((index, i) => {
      expect(index.total_error).toBeGreaterThan(0.002);
      expect(Math.abs(index.first - first[i])).toBeLessThan(4 * index.first_error + 0.005);
      expect(Math.abs(index.total - total[i])).toBeLessThan(4 * index.total_error + 0.005);
    });
  });

  test('of a sum are the shares of variance, first-order and total alike', () => {
    const indices = indicesOf(([a, b]) => 3 * a + b, 2, 1024, 1);
    expect(indices[0].first).toBeCloseTo(0.9, 2);
    expect(indices[1].total).toBeCloseTo(0.1, 2);
  });
});
