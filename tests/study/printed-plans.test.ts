import { expect, test } from 'vitest';
import { parsePoints, pointSetup } from '../../src/study/validate';
import { readPoint } from '../../src/study/validate/point';

const all = parsePoints(null);
if (!all.ok) throw new Error(all.errors[0].message);
const points = new Map(all.value.map((point) => [point.id, point]));

function found(id: string, change: object = {}) {
  const point = points.get(id);
  if (!point) throw new Error(`no point ${id}`);
  const setup = pointSetup(readPoint({ ...point, ...change }));
  if (typeof setup === 'string') throw new Error(setup);
  return setup;
}

test('a printed plan that cannot fit gives way to the degree that the recipe names', () => {
  const id = 'mbridge-25.11-gpt-oss-120b-b200-64-bf16';
  expect(points.get(id)?.ep).toBe(8);
  expect(found(id).plan.ep).toBe(64);
  expect(found(id, { recipe: { ...points.get(id)?.recipe, mismatches: undefined } }).plan.ep).toBe(8);
  expect(found(id, { recipe: { ...points.get(id)?.recipe, mismatches: { ep: 'sixty' } } }).plan.ep).toBe(8);
});

test('a plan without recomputation that needs several times the memory recomputes', () => {
  const id = 'torchtitan-llama4scout-gb200-256-bf16';
  expect(points.get(id)?.recompute).toBe('none');
  expect(found(id).plan.recompute).toBe('full');
  expect(found(id, { mbs: 1, gbs: 256 }).plan.recompute).toBe('none');
  expect(found(id, { task: 'finetune' }).plan.recompute).toBe('none');
});

test('"FP8" of NeMo is scaled by tensor until the release whose tables name MX', () => {
  const id = 'dgxc-grok-1-314b-gb200-128-fp8-256';
  expect(found(id).setup.training.precision).toBe('fp8-tensor');
  expect(found(id, { date: '2025-11' }).setup.training.precision).toBe('mxfp8');
});
