import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { catalogIds, catalogModel } from '../../src/catalog';
import { type Model, meanContext, modelFlopsPerToken, parameterCounts } from '../../src/model';

const withoutMtp = (model: Model): Model => ({ ...model, mtpLayers: 0 });

describe('FLOPs per token are those that published throughput tables divide by', () => {
  test.each<[string, number, number, boolean]>([
    ['deepseek-v3', 4096, 260, true],
    ['deepseek-v3', 4096, 249.5, false],
    ['qwen3-235b-a22b', 4096, 148, true],
    ['qwen3-235b-a22b', 131_072, 739, true],
    ['qwen3-30b-a3b', 4096, 23.0, true],
    ['kimi-k2', 4096, 204.5, true],
    ['llama-3.1-70b', 8192, 449, true],
    ['llama-3.1-405b', 8192, 2524, true],
    ['gpt-oss-120b', 4096, 32.6, true],
    ['nemotron-3-super', 8192, 84.7, true],
  ])('%s at %d tokens: %d GFLOP', (id, sequence, gigaflop, mtp) => {
    const model = catalogModel(id);
    const flops = modelFlopsPerToken(mtp ? model : withoutMtp(model), sequence);
    expect(Math.abs(flops / (gigaflop * 1e9) - 1)).toBeLessThan(0.02);
  });
});

describe.each(catalogIds('models'))('%s', (id) => {
  const model = catalogModel(id);

  test('short sequences need six FLOPs per active parameter, the input embedding aside', () => {
    const { active, embedding, vision } = parameterCounts(model);
    const weights = active - vision - (model.tiedEmbeddings ? 0 : embedding);
    const ratio = modelFlopsPerToken(withoutMtp(model), 1) / (6 * weights);
    expect(ratio).toBeGreaterThan(0.99);
    expect(ratio).toBeLessThan(1.06);
  });

  test('longer sequences never need fewer FLOPs per token', () => {
    const length = fc.integer({ min: 1, max: 2_000_000 });
    fc.assert(
      fc.property(length, length, (a, b) => {
        const [short, long] = a < b ? [a, b] : [b, a];
        return modelFlopsPerToken(model, short) <= modelFlopsPerToken(model, long);
      }),
      { numRuns: 50 },
    );
  });
});

test('a window of at least the sequence is full attention, and mean context is never above S/2', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 100_000 }),
      fc.integer({ min: 1, max: 100_000 }),
      (sequence, window) => {
        const context = meanContext(
          { kind: 'gqa', heads: 8, kvHeads: 8, headDim: 64, valueDim: 64, window, outputGate: false },
          sequence,
        );
        if (window >= sequence) expect(context).toBe(sequence / 2);
        else expect(context).toBeLessThanOrEqual(Math.min(window, sequence / 2));
      },
    ),
  );
});

test('the mean context of a window is that of counting positions', () => {
  const sequence = 4096;
  const window = 128;
  let seen = 0;
  for (let position = 0; position < sequence; position++) seen += Math.min(position + 0.5, window);
  const attention = {
    kind: 'gqa',
    heads: 8,
    kvHeads: 8,
    headDim: 64,
    valueDim: 64,
    window,
    outputGate: false,
  } as const;
  expect(meanContext(attention, sequence)).toBeCloseTo(seen / sequence, 6);
});

test('sparse attention attends densely while top-k covers the mean context', () => {
  const sparse = catalogModel('glm-5').kinds[0]!.attention!;
  if (sparse.kind !== 'mla') throw new Error('glm-5 uses MLA');
  const { topK } = sparse.sparse!;
  const dense = { ...sparse, sparse: null };
  expect(meanContext(sparse, 2 * topK)).toBe(meanContext(dense, 2 * topK));
  expect(meanContext(sparse, 64 * topK)).toBe(topK);
});

test('the tables of Nemotron-3-Nano count a Mamba width of twice the hidden size', () => {
  const model = catalogModel('nemotron-3-nano');
  const kinds = model.kinds.map((kind) =>
    kind.attention?.kind === 'mamba2'
      ? { ...kind, attention: { ...kind.attention, heads: (2 * model.hidden) / kind.attention.headDim } }
      : kind,
  );
  expect(Math.abs(modelFlopsPerToken({ ...model, kinds }, 8192) / 22.3e9 - 1)).toBeLessThan(0.02);
});
