import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { catalogModel } from '../../src/catalog';

/** The rows of the script's MODELS: id and its numbers by name. */
function scriptModels(): Record<string, Record<string, number>> {
  const text = readFileSync('tests/device/measure.py', 'utf8');
  const table = text.slice(text.indexOf('MODELS = {'), text.indexOf('\n}\n'));
  const models: Record<string, Record<string, number>> = {};
  for (const [, id, body] of table.matchAll(/'([\w.-]+)': dict\(([^)]*\))/g)) {
    models[id] = Object.fromEntries([...body.matchAll(/(\w+)=(\d+)/g)].map(([, key, n]) => [key, Number(n)]));
  }
  return models;
}

const models = scriptModels();

test('the script knows four models', () => {
  expect(Object.keys(models)).toHaveLength(4);
});

test.each(Object.entries(models))('the script measures %s in the shapes of the catalog', (id, shape) => {
  const model = catalogModel(id);
  const kind = model.kinds.find(({ feedForward }) => feedForward?.kind === 'moe');
  expect(model.hidden).toBe(shape.hidden);
  expect(kind?.feedForward).toMatchObject({
    experts: shape.experts,
    topK: shape.top_k,
    intermediate: shape.expert,
    sharedIntermediate: shape.shared,
  });
  expect(kind?.attention).toMatchObject(
    shape.kv_rank
      ? {
          kind: 'mla',
          heads: shape.heads,
          queryRank: shape.q_rank,
          kvRank: shape.kv_rank,
          nopeDim: shape.nope,
          ropeDim: shape.rope,
          valueDim: shape.value,
        }
      : { kind: 'gqa', heads: shape.heads, kvHeads: shape.kv_heads, headDim: shape.head_dim },
  );
});
