import { describe, expect, test } from 'vitest';
import { catalogIds, catalogModel } from '../../src/catalog';
import { layerParameters, type Model, parameterCounts } from '../../src/model';

/** Half a unit in the last published digit; trailing zeros beyond two digits do not count as published. */
function rounding(value: number): number {
  const digits = Math.max(2, String(value).replace(/0+$/, '').length);
  return 0.5 * 10 ** (Math.floor(Math.log10(value)) + 1 - digits);
}

const off = (computed: number, published: number) => Math.abs(computed / published - 1);

describe.each(catalogIds('models'))('%s', (id) => {
  const model = catalogModel(id);
  const counts = parameterCounts(model);
  const { totalParameters, activeParameters, note } = model.published;

  test('total parameters are the published ones', () => {
    if (totalParameters === null) return expect(counts.total).toBeGreaterThan(1e9);
    const difference = Math.abs(counts.total - totalParameters);
    if (difference > rounding(totalParameters)) expect(note, `computed ${counts.total}`).not.toBe('');
    expect(off(counts.total, totalParameters)).toBeLessThan(0.03);
  });

  test('active parameters are the published ones', () => {
    if (activeParameters === null) return expect(counts.active).toBeLessThan(counts.total);
    if (off(counts.active, activeParameters) > 0.1) expect(note, `computed ${counts.active}`).not.toBe('');
    expect(off(counts.active, activeParameters)).toBeLessThan(0.3);
  });

  test('layers, embedding, head and norm add up to the total', () => {
    const layers = model.layerKinds.reduce((sum, kind) => {
      const { attention, feedForward, routedExperts } = layerParameters(model, model.kinds[kind]!);
      return sum + attention + feedForward + routedExperts;
    }, 0);
    const rest = counts.embedding + counts.head + counts.finalNorm + counts.vision;
    expect(layers + rest).toBe(counts.total);
    expect(counts.active).toBeLessThanOrEqual(counts.total);
  });
});

test('the MTP module of DeepSeek-V3 is the published 14B less the embedding and head that it shares', () => {
  const { mtp, embedding, head } = parameterCounts(catalogModel('deepseek-v3'));
  expect((mtp + embedding + head) / 1e9).toBeGreaterThan(13);
  expect((mtp + embedding + head) / 1e9).toBeLessThan(14.5);
});

test('a single-block hybrid counts each block once', () => {
  const model = catalogModel('nemotron-3-nano');
  const of = (test: (kind: Model['kinds'][number]) => boolean) =>
    model.layerKinds.filter((index) => test(model.kinds[index]!)).length;
  expect(of((kind) => kind.attention?.kind === 'mamba2' && kind.feedForward === null)).toBe(23);
  expect(of((kind) => kind.attention?.kind === 'gqa' && kind.feedForward === null)).toBe(6);
  expect(of((kind) => kind.attention === null && kind.feedForward?.kind === 'moe')).toBe(23);
});

test('tied embeddings are counted once', () => {
  const tied = catalogModel('gpt3-175b');
  const untied = parameterCounts({ ...tied, tiedEmbeddings: false });
  expect(untied.total - parameterCounts(tied).total).toBe(tied.vocab * tied.hidden);
});
