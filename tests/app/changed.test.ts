import { expect, test } from 'vitest';
import { changedIn } from '../../src/app/state/changed';

const cluster = (name: string, more: object = {}) => ({
  ...{ name, system: 'dgx-h100', chips: 64, stack: 'megatron-2025' },
  ...more,
});

test('a scenario of catalog entries changes nothing', () => {
  expect(changedIn({ model: 'glm-5', clusters: [cluster('A'), cluster('B')] })).toEqual([]);
  const own = { name: 'mine', layers: 4 };
  expect(changedIn({ model: own, clusters: [cluster('A')] })).toEqual([]);
});

test('what is set over an entry is told with its clusters, or without where all have it', () => {
  const slow = { system: { base: 'dgx-h100', scale_out: { bandwidth: '200 Gbit/s' } } };
  const constant = { stack: { base: 'megatron-2025', constants: { gemm_bf16: { value: 0.8 } } } };
  expect(
    changedIn({
      model: { base: 'glm-5', experts: 512 },
      run: { pue: 1.3 },
      clusters: [cluster('A', { ...slow, ...constant }), cluster('B', constant)],
    }),
  ).toEqual([
    { name: 'experts', value: '512', clusters: null },
    { name: 'pue', value: '1.3', clusters: null },
    { name: 'scale_out.bandwidth', value: '200 Gbit/s', clusters: ['A'] },
    { name: 'gemm_bf16', value: '0.8', clusters: null },
  ]);
});
