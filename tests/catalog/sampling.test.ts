import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadScenario } from '../../src/catalog';
import { latinHypercube } from '../../src/catalog/vary/sample';

describe('a Latin hypercube', () => {
  test('has one place in each of equal parts, of every input', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 6 }),
        fc.integer({ min: 1, max: 200 }),
        fc.nat(),
        (inputs, points, seed) => {
          for (const places of latinHypercube(inputs, points, seed)) {
            const parts = Array.from(places, (place) => Math.floor(place * points)).sort((a, b) => a - b);
            expect(parts).toEqual(Array.from({ length: points }, (_, part) => part));
          }
        },
      ),
    );
  });

  test('is the same for the same seed, and another for another', () => {
    expect(latinHypercube(2, 50, 3)).toEqual(latinHypercube(2, 50, 3));
    expect(latinHypercube(2, 50, 3)).not.toEqual(latinHypercube(2, 50, 4));
  });

  test('does not move two inputs together', () => {
    const [a, b] = latinHypercube(2, 2000, 1);
    const covariance = a.reduce((sum, place, at) => sum + (place - 0.5) * (b[at] - 0.5), 0) / a.length;
    expect(Math.abs(covariance * 12)).toBeLessThan(0.06);
  });
});

test('a sampled scenario has values from ranges, lists and choices', () => {
  const result = loadScenario({
    file: 'test.yaml',
    text: `question: Which?
model: glm-5
clusters: [{name: a, system: dgx-h100, chips: 1024, stack: megatron-2025}]
vary:
  scale_out_bandwidth: {from: 10 GB/s, to: 1000 GB/s, scale: log}
  experts: [64, 128, 256, 512]
  routing: [balanced, aux-free]
  sampling: {latin_hypercube: 80, seed: 7}`,
  });
  if (!result.ok) throw new Error(result.errors[0].message);
  const { vary } = result.value;
  if (!vary) throw new Error('nothing varies');
  expect(vary.points).toBe(80);
  const [routing, bandwidth, experts] = vary.axes;
  const count = (values: number[], value: number) => values.filter((other) => other === value).length;
  expect(routing.labels).toEqual(['balanced', 'aux-free']);
  expect(count(routing.values, 0)).toBe(40);
  expect([64, 128, 256, 512].map((value) => count(experts.values, value))).toEqual([20, 20, 20, 20]);
  expect(bandwidth.values.filter((value) => value < 100e9)).toHaveLength(40);
});
