import { describe, expect, test } from 'vitest';
import { catalogIds, catalogModel } from '../../src/catalog';
import { pipelineLayout } from '../../src/step/layout';
import { bubblePasses, exposedSends, flightLimit, scheduleProblem } from '../../src/step/schedule';

describe('pipeline schedules', () => {
  test('bubbles of the published formulas', () => {
    expect(bubblePasses('1f1b', 8, 1, 32)).toBe(7);
    expect(bubblePasses('interleaved', 8, 4, 32)).toBeCloseTo(7 / 4);
    // Two micro-batches too many start one more round, six places of which stay empty.
    expect(bubblePasses('interleaved', 8, 4, 34)).toBeCloseTo((7 + 6) / 4);
    expect(bubblePasses('1f1b', 1, 1, 32)).toBe(0);
    // One MoE layer of the published trace: F 10.2, B 14.3, W 6.5 ms.
    const pass = 10.2 + 14.3 + 6.5;
    expect(bubblePasses('zb-h1', 8, 1, 32) * pass).toBeCloseTo(7 * (10.2 + 14.3 - 6.5), 0);
    expect(
      Math.abs((bubblePasses('dualpipe', 16, 1, 120) * pass) / (7 * (10.2 + 2 * 14.3 - 6.5)) - 1),
    ).toBeLessThan(0.02);
  });

  test('sends: a plain pipeline pays for every round, interleaving once', () => {
    expect(exposedSends('1f1b', 8, 1, 32)).toBe(2 * 7 * 5 - 2);
    expect(exposedSends('interleaved', 8, 4, 32)).toBe(62);
    expect(exposedSends('interleaved', 8, 4, 64)).toBe(62);
  });

  test('activations in flight', () => {
    expect(flightLimit('loop', 8, 1, 0)).toBe(8);
    expect(flightLimit('loop', 8, 1, 7)).toBe(1);
    // p(1 + (p − 1)/(p·v))
    expect(flightLimit('loop', 8, 4, 0)).toBeCloseTo(8 + 7 / 4);
    expect(flightLimit('bidirectional', 16, 1, 3)).toBe(17);
    expect(flightLimit('v', 8, 1, 3)).toBe(8.5);
    expect(flightLimit('loop', 1, 1, 0)).toBe(1);
  });

  test('impossible combinations are named', () => {
    expect(scheduleProblem('interleaved', 8, 2, 4)).toContain('micro-batches');
    expect(scheduleProblem('dualpipe', 7, 1, 64)).toContain('even');
    expect(scheduleProblem('1f1b', 8, 1, 1)).toBeNull();
  });
});

describe('layouts', () => {
  test.each(catalogIds('models'))('%s: every layer, the ends and MTP are placed once', (id) => {
    const model = catalogModel(id);
    const layers = model.layerKinds.length;
    for (const [pp, vpp, shape] of [
      [1, 1, 'loop'],
      [4, 1, 'loop'],
      [4, 2, 'loop'],
      [3, 1, 'loop'],
      [4, 1, 'bidirectional'],
      [2, 1, 'v'],
    ] as const) {
      const layout = pipelineLayout(model, pp, vpp, shape);
      const total = new Float64Array(layout.rows);
      for (let q = 0; q < layout.types; q++) {
        for (let k = 0; k < layout.rows; k++)
          total[k] += layout.multiplicity[q] * layout.counts[q * layout.rows + k];
      }
      const kinds = total.slice(0, model.kinds.length).reduce((a, b) => a + b, 0);
      expect(kinds).toBeCloseTo(layers + model.mtpLayers);
      expect(total[layout.rows - 3]).toBeCloseTo(1);
      expect(total[layout.rows - 2]).toBeCloseTo(1 + model.mtpLayers);
      expect(total[layout.rows - 1]).toBeCloseTo(model.mtpLayers);
    }
  });
});
