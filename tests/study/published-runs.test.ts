import { describe, expect, test } from 'vitest';
import type { CaseReport } from '../../src/study';
import { runTask } from './run-task';

/** The answer to a question about one cluster, what its plan leaves open searched as for any user. */
function answer(model: string, training: object, cluster: object): CaseReport {
  const value = { question: 'As published?', model, training, clusters: [{ name: 'run', ...cluster }] };
  return runTask<'compare'>({ kind: 'compare', source: { file: 'run', value } }).cases[0];
}

const rate = (report: CaseReport) => report.interval80?.tokens_per_second ?? [0, 0];

describe('published runs lie in the 80 % interval', () => {
  test('DeepSeek-V3 on 2,048 H800: 180,000 GPU-hours a trillion tokens (arXiv 2412.19437)', () => {
    const report = answer(
      'deepseek-v3',
      { tokens: '14.8T', sequence: 4096, global_batch: '15360 sequences', precision: 'fp8' },
      { system: 'dgx-h800', chips: 2048, stack: 'deepseek-2024' },
    );
    const hours = (tokensPerSecond: number) => ((1e12 / tokensPerSecond) * 2048) / 3600;
    const [low, high] = rate(report);
    expect(hours(high)).toBeLessThan(180e3);
    expect(hours(low)).toBeGreaterThan(180e3);
    expect(hours(report.tokens_per_second ?? 0) / 180e3).toBeCloseTo(1, 0.5);
  });

  test('Pangu Ultra MoE on about 6,000 Ascend: 1.46M tokens/s (arXiv 2505.04519)', () => {
    // As published: TP 8, PP 16, VPP 2, and EP 4 over groups of tensor parallelism, so that 32 ranks share the experts.
    const plan = { tp: 8, pp: 16, vpp: 2, ep: 32, etp: 1, micro_batch: 2 };
    const report = answer(
      'pangu-ultra-moe-718b',
      { tokens: '13T', sequence: 8192, global_batch: '7680 sequences', precision: 'bf16' },
      { system: 'atlas-800t-a2', chips: 6000, stack: 'pangu-2025', plan },
    );
    const [low, high] = rate(report);
    expect(low).toBeLessThan(1.46e6);
    expect(high).toBeGreaterThan(1.46e6);
  });

  test('Llama 3.1 405B on 16,384 H100: 400 TFLOP/s a GPU (arXiv 2407.21783)', () => {
    const report = answer(
      'llama-3.1-405b',
      { tokens: '15.6T', sequence: 8192, global_batch: '2048 sequences', precision: 'bf16' },
      { system: 'meta-grand-teton-h100', chips: 16_384, stack: 'megatron-2024' },
    );
    const perToken = report.model_flops_per_token ?? 0;
    const [low, high] = rate(report).map((tokens) => (tokens * perToken) / 16_384);
    expect(low).toBeLessThan(400e12);
    expect(high).toBeGreaterThan(400e12);
  });
});
