import { describe, expect, test } from 'vitest';
import { catalogIds, catalogModel } from '../../src/catalog';
import { layerParameters, type Model } from '../../src/model';
import { layerSplit } from '../../src/step';

/** Parameters that a token meets, as the split weighs layers, and those of head and MTP modules. */
function weights(model: Model) {
  const kinds = model.kinds.map((kind) => {
    const p = layerParameters(model, kind);
    const ff = kind.feedForward;
    return p.attention + p.feedForward + (ff?.kind === 'moe' ? (p.routedExperts * ff.topK) / ff.experts : 0);
  });
  const head = model.vocab * model.hidden;
  const mtp = kinds[model.mtpKind] + head + 2 * model.hidden * model.hidden;
  return { layers: model.layerKinds.map((kind) => kinds[kind]), end: head + model.mtpLayers * mtp };
}

/** The lightest that the heaviest of so many contiguous chunks can be, by dynamic programming over all splits. */
function lightest(layers: readonly number[], end: number, chunks: number): number {
  const sums = [0];
  for (const layer of layers) sums.push(sums[sums.length - 1] + layer);
  let best = [...sums];
  for (let chunk = 1; chunk < chunks; chunk++) {
    const last = chunk === chunks - 1 ? end : 0;
    best = best.map((_, to) => {
      let least = Number.POSITIVE_INFINITY;
      for (let from = 0; from <= to; from++)
        least = Math.min(least, Math.max(best[from], sums[to] - sums[from] + last));
      return least;
    });
  }
  return best[layers.length];
}

const heaviest = (split: readonly number[], layers: readonly number[], end: number): number => {
  let at = 0;
  return Math.max(
    ...split.map((count, chunk) => {
      const own = layers.slice(at, at + count).reduce((a, b) => a + b, 0);
      at += count;
      return own + (chunk === split.length - 1 ? end : 0);
    }),
  );
};

describe('layers on chunks', () => {
  const even = (layers: number, chunks: number) => [0, 1, 2].some((ends) => (layers + ends) % chunks === 0);

  test.each(catalogIds('models'))('%s: no chunk is empty and the heaviest is as light as can be', (id) => {
    const model = catalogModel(id);
    const { layers, end } = weights(model);
    for (const pp of [2, 3, 4, 8, 16]) {
      for (const vpp of [1, 2, 3, 5]) {
        const chunks = pp * vpp;
        if (chunks > layers.length) continue;
        const split = layerSplit(model, pp, vpp, 'loop');
        expect(split).toHaveLength(chunks);
        expect(split.reduce((a, b) => a + b, 0)).toBe(layers.length);
        // The last chunk always has work: the head, and MTP modules, are in it.
        expect(Math.min(...split.slice(0, -1))).toBeGreaterThanOrEqual(1);
        if (even(layers.length, chunks)) continue;
        const least = lightest(layers, end, chunks);
        expect(heaviest(split, layers, end)).toBeLessThanOrEqual(least * (1 + 1e-6));
      }
    }
  });

  test('GLM-5 on 48 chunks: one or two layers each, head and MTP alone in the last', () => {
    const model = catalogModel('glm-5');
    const split = layerSplit(model, 4, 12, 'loop');
    expect(new Set(split.slice(0, -1))).toEqual(new Set([1, 2]));
  });
});
