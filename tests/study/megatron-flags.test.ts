import { describe, expect, test } from 'vitest';
import { catalogModel, catalogStack, catalogSystem } from '../../src/catalog';
import type { Plan, Setup } from '../../src/step';
import { megatronFlags } from '../../src/study/megatron-flags';
import { plainPlan } from '../step/plain-plan';

const setup = (model: string, precision: Setup['training']['precision']): Setup => ({
  model: catalogModel(model),
  cluster: { name: 'H100', system: catalogSystem('dgx-h100'), chips: 1024 },
  stack: catalogStack('megatron-2025'),
  training: {
    tokens: 1e12,
    sequence: 4096,
    globalBatch: 1024,
    precision,
    optimizer: 'adam',
    routing: 'aux-free',
    capacityFactor: null,
  },
});

const plan: Plan = { ...plainPlan, tp: 2, pp: 4, ep: 8, dp: 128 };

describe('a plan in Megatron-Core', () => {
  test('degrees, batch and sharding', () => {
    const { flags, notes } = megatronFlags(setup('qwen3-235b-a22b', 'bf16'), plan, 1024);
    expect(flags).toEqual(
      expect.arrayContaining([
        '--tensor-model-parallel-size 2',
        '--sequence-parallel',
        '--pipeline-model-parallel-size 4',
        '--expert-model-parallel-size 8',
        '--use-distributed-optimizer',
        '--micro-batch-size 1',
        '--global-batch-size 1024',
        '--bf16',
      ]),
    );
    expect(flags.join(' ')).not.toMatch(/recompute|virtual|undefined/);
    expect(notes).toEqual([]);
  });

  test('parameters are gathered only where the optimizer is sharded', () => {
    const asked = setup('qwen3-235b-a22b', 'bf16');
    expect(asked.stack.switches.paramGatherOverlap).toBe(true);
    const gathers = ([0, 1, 2, 3] as const).map((zero) =>
      megatronFlags(asked, { ...plan, zero }, 1024).flags.includes('--overlap-param-gather'),
    );
    expect(gathers).toEqual([false, true, true, true]);
  });

  test('stages that share the layers unevenly get a layout: all layers, MTP and loss once', () => {
    const asked = setup('deepseek-v3', 'fp8-block');
    const interleaved = { ...plan, pp: 8, vpp: 2, schedule: 'interleaved' as const };
    const layout = megatronFlags(asked, interleaved, 1024).flags.find((flag) => flag.includes('layout'));
    const stages = /'(.*)'/.exec(layout ?? '')?.[1].split('|') ?? [];
    expect(stages).toHaveLength(16);
    expect(stages[0]).toMatch(/^E/);
    expect(stages.at(-1)).toMatch(/mL$/);
    const layers = stages.map((stage) => Number(/t\*(\d+)/.exec(stage)?.[1] ?? 0));
    expect(layers.reduce((a, b) => a + b, 0)).toBe(61);
  });

  test.each([
    ['none', []],
    ['full', ['--recompute-granularity full', '--recompute-method uniform', '--recompute-num-layers 1']],
    [
      'norm+act+mla-up',
      ['--recompute-granularity selective', '--recompute-modules layernorm moe_act mla_up_proj'],
    ],
  ])('recompute %s', (recompute, expected) => {
    const { flags } = megatronFlags(setup('deepseek-v3', 'bf16'), { ...plan, recompute }, 1024);
    expect(flags.filter((flag) => flag.includes('recompute'))).toEqual(expected);
  });

  test.each([
    ['fp8-tensor', '--fp8-recipe tensorwise'],
    ['fp8-block', '--fp8-recipe blockwise'],
    ['mxfp8', '--fp8-recipe mxfp8'],
    ['nvfp4', '--fp4-format e2m1'],
    ['fp16', '--fp16'],
  ] as const)('precision %s', (precision, flag) => {
    expect(megatronFlags(setup('deepseek-v3', precision), plan, 1024).flags).toContain(flag);
  });

  test('what it has no flag for is said', () => {
    const deep = { ...plan, pp: 16, schedule: 'dualpipe' as const };
    expect(megatronFlags(setup('deepseek-v3', 'bf16'), deep, 1024).notes.join()).toContain('dualpipe');
    const dense = megatronFlags(setup('llama-3.1-8b', 'bf16'), { ...plan, ep: 1, recompute: 'act' }, 1024);
    expect(dense.notes).toHaveLength(1);
    expect(dense.flags.join(' ')).not.toMatch(/moe|expert|recompute/);
  });
});
