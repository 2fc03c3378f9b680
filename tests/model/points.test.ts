import points from 'virtual:measured';
import { describe, expect, test } from 'vitest';
import { catalogIds, catalogModel } from '../../src/catalog';
import { modelFlopsPerToken } from '../../src/model';

type Point = Record<string, unknown>;
const rows = points.points as Point[];
const judged = rows.filter(
  (row) => row.quality === 'full-config' && !row.flag && String(row.task).startsWith('pretrain'),
);

test('ids are unique and models are those of the catalog', () => {
  expect(rows).toHaveLength(903);
  expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
  const known = new Set(catalogIds('models'));
  const unknown = rows
    .map(({ model_id }) => model_id)
    .filter((id) => id !== undefined && !known.has(String(id)));
  expect(unknown).toEqual([]);
});

test('a judged point has a figure to compare with, and a source', () => {
  for (const { id, truth, source_title, source_ref } of judged) {
    expect(truth, String(id)).toMatchObject({ value: expect.any(Number), metric: expect.any(String) });
    expect(source_title, String(id)).toBeTruthy();
    expect(source_ref, String(id)).toBeTruthy();
  }
});

describe('printed FLOP/s over printed tokens/s is our FLOPs per token', () => {
  const groups = ['megatron-bridge', 'automodel', 'mcore-moe-paper'];
  const models = ['qwen3-235b-a22b', 'qwen3-30b-a3b', 'kimi-k2', 'llama-3.1-405b'];
  const printed = judged.filter(
    ({ group, model_id, tokens_per_sec_per_chip, model_tflops_per_chip, seq }) =>
      groups.includes(String(group)) &&
      models.includes(String(model_id)) &&
      tokens_per_sec_per_chip &&
      model_tflops_per_chip &&
      Number(seq) > 0,
  );
  test.each(printed.map((row) => [String(row.id), row] as const))('%s', (_, row) => {
    const perToken = (Number(row.model_tflops_per_chip) * 1e12) / Number(row.tokens_per_sec_per_chip);
    const computed = modelFlopsPerToken(catalogModel(String(row.model_id)), Number(row.seq));
    expect(Math.abs(computed / perToken - 1)).toBeLessThan(0.03);
  });
});
