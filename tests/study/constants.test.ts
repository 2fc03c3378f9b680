import { expect, test } from 'vitest';
import { CONSTANT_NAMES } from '../../src/step';
import { runPart } from '../../src/study';

const ask = (constants: unknown) => {
  const value = {
    question: 'What is assumed?',
    model: 'qwen3-30b-a3b',
    clusters: [
      {
        ...{ name: 'H100', system: 'dgx-h100', chips: 64 },
        stack: { base: 'megatron-2025', constants },
      },
    ],
  };
  const task = { kind: 'constants', source: { file: 'test', value } } as const;
  return runPart<'constants'>({ task, part: { index: 0, of: 1 } });
};

test('every constant stands there with its unit, evidence and uncertainty', () => {
  const result = ask({});
  if (!result.ok) throw new Error(result.errors[0].message);
  const { constants, clusters } = result.value;
  expect(constants.map(({ name }) => name)).toEqual(CONSTANT_NAMES);
  for (const { unit, what, evidence, sigma, value, own } of constants) {
    expect([unit, what, evidence].every((text) => text.length > 0)).toBe(true);
    expect(sigma).toBeGreaterThan(0);
    expect(Object.values(value).every(Number.isFinite)).toBe(true);
    expect(own).toContain('other');
  }
  expect(clusters[0].family).toBe('hopper');
  expect(clusters[0].values.gemm_bf16).toBe(constants.find(({ name }) => name === 'gemm_bf16')?.value.hopper);
});

test('a value that the scenario sets is in use and named', () => {
  const result = ask({ gemm_bf16: { value: 0.5 } });
  if (!result.ok) throw new Error(result.errors[0].message);
  const [cluster] = result.value.clusters;
  expect(cluster.values.gemm_bf16).toBe(0.5);
  expect(cluster.set).toContain('gemm_bf16');
});

test('an unknown name is an error with the nearest one', () => {
  const result = ask({ gemm_bf17: { value: 0.5 } });
  expect(result.ok ? null : result.errors[0].nearest).toBe('gemm_bf16');
});
