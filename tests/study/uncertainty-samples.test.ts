import { expect, test } from 'vitest';
import { mergeReports, runPart, splitTask } from '../../src/study';
import { samplesOf, settling, soFar } from '../../src/study/uncertainty/samples';

const task = {
  kind: 'uncertainty' as const,
  source: {
    file: 'x',
    value: {
      question: 'How sure?',
      model: 'qwen3-30b-a3b',
      training: { tokens: '1T', sequence: 4096, global_batch: 1024 },
      clusters: [
        { name: 'H100', system: 'dgx-h100', chips: 256, stack: 'megatron-2025' },
        { name: 'H800', system: 'dgx-h800', chips: 256, stack: 'megatron-2025' },
      ],
      study: { kind: 'uncertainty', samples: 32, tolerance: 0 },
    },
  },
};
const parts = splitTask<'uncertainty'>(task);
if (!parts.ok) throw new Error('parts');
const reports = parts.value.map((part) => {
  const made = runPart<'uncertainty'>(part);
  if (!made.ok) throw new Error('part');
  return made.value;
});
const whole = mergeReports<'uncertainty'>(task, reports);

test('parts in any order come to the percentiles of the whole answer', () => {
  const some = soFar([...reports].reverse());
  expect(some.samples).toBe(whole.samples);
  expect(some.outputs).toEqual(whole.outputs);
  expect(some.error).toBe(whole.error);
  expect([...some.raw.rows]).toEqual([...whole.raw.rows]);
  expect([...some.raw.values]).toEqual([...whole.raw.values]);
});

test('the first part alone has percentiles', () => {
  const first = soFar(reports.slice(0, 1));
  expect(first.samples).toBe(2);
  expect(first.outputs[0].p50).toBeGreaterThan(0);
});

test('percentiles settle at those of all samples', () => {
  for (const { cluster, output, p10, p50, p90 } of whole.outputs) {
    const samples = samplesOf(whole, cluster, output);
    expect(samples.length).toBe(whole.samples);
    const steps = settling(samples);
    expect(steps.map((step) => step.samples)).toEqual([8, 11, 16, 23, 32]);
    expect(steps.at(-1)).toEqual({ samples: 32, p10, p50, p90 });
  }
});

test('what is not there has no samples', () => {
  expect(samplesOf(whole, 'H100', 'tokens_per_second_ratio')).toHaveLength(0);
  expect(settling(new Float64Array(16).fill(Number.NaN))).toEqual([]);
});
