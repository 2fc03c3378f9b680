import { describe, expect, test } from 'vitest';
import { catalogModel, catalogStack, catalogSystem } from '../../src/catalog';
import { estimateStep, type Plan, type Setup } from '../../src/step';
import { plainPlan } from './plain-plan';

function setup(
  model: string,
  system: string,
  chips: number,
  stack: string,
  training: Partial<Setup['training']>,
): Setup {
  return {
    model: catalogModel(model),
    cluster: { name: system, system: catalogSystem(system), chips },
    stack: catalogStack(stack),
    training: {
      tokens: 1e12,
      sequence: 4096,
      globalBatch: 1024,
      precision: 'bf16',
      optimizer: 'adam',
      routing: 'balanced',
      capacityFactor: null,
      ...training,
    },
  };
}

describe('runs whose plan is published', () => {
  test('DeepSeek-V3 on 2,048 H800: 180 thousand GPU-hours for a trillion tokens, within 15 %', () => {
    const run = setup('deepseek-v3', 'dgx-h800', 2048, 'deepseek-2024', {
      globalBatch: 15360,
      precision: 'fp8-block',
      optimizer: 'adam-bf16-moments',
      routing: 'aux-free',
    });
    const step = estimateStep(run, {
      ...plainPlan,
      pp: 16,
      ep: 64,
      dp: 128,
      schedule: 'dualpipe',
      recompute: 'norm+act+mla-up',
    });
    const hours = (1e12 / step.tokensPerSecond / 3600) * 2048;
    expect(hours / 180e3).toBeGreaterThan(0.85);
    expect(hours / 180e3).toBeLessThan(1.15);
    // It fitted into the 80 GiB of an H800.
    expect(step.memory.total).toBeLessThan(80 * 2 ** 30);
  });

  test('Llama 3 405B on 16,384 H100: 41 % MFU, within 4 points', () => {
    const run = setup('llama-3.1-405b', 'dgx-h100', 16384, 'megatron-2024', {
      sequence: 8192,
      globalBatch: 2048,
    });
    const step = estimateStep(run, { ...plainPlan, tp: 8, pp: 16, vpp: 8, dp: 128, schedule: 'interleaved' });
    expect(step.mfu).toBeGreaterThan(0.37);
    expect(step.mfu).toBeLessThan(0.45);
  });

  test('a full mesh gives a pair of ranks one link in seven: TP2 on the 910B costs more than on a switch', () => {
    const mesh = setup('qwen2.5-72b', 'atlas-800t-a2', 64, 'mindspeed-2025', {});
    const { system } = mesh.cluster;
    const switched: Setup = {
      ...mesh,
      cluster: {
        ...mesh.cluster,
        system: { ...system, scaleUp: { ...system.scaleUp, topology: 'switched' } },
      },
    };
    const plan = { ...plainPlan, tp: 2, pp: 8, dp: 4 };
    const cost = (s: Setup) => estimateStep(s, plan).work.find((item) => item.part === 'tp')?.seconds ?? 0;
    expect(cost(mesh) / cost(switched)).toBeGreaterThan(6);
    expect(cost(mesh) / cost(switched)).toBeLessThan(7.5);
  });

  test('node-limited routing with deduplication sends less across nodes than a plainPlan all-to-all', () => {
    const run = setup('deepseek-v3', 'dgx-h800', 2048, 'deepseek-2024', {
      precision: 'fp8-block',
      globalBatch: 15360,
    });
    const plan: Plan = { ...plainPlan, pp: 16, ep: 64, dp: 128, schedule: 'dualpipe' };
    const exchange = (s: Setup) =>
      estimateStep(s, plan).work.find((item) => item.part === 'ep')?.seconds ?? 0;
    const nccl: Setup = {
      ...run,
      stack: { ...run.stack, switches: { ...run.stack.switches, dispatcher: 'alltoall' } },
    };
    expect(exchange(nccl) / exchange(run)).toBeGreaterThan(1.7);
  });
});

describe('accumulation around a pipeline', () => {
  const run = setup('deepseek-v3', 'dgx-h100', 256, 'megatron-2025', { globalBatch: 512 });
  const plan: Plan = { ...plainPlan, pp: 8, ep: 32, dp: 32, vpp: 4, schedule: 'interleaved' };

  test('fills and drains it each time: twice the bubble with two halves of the batch', () => {
    const once = estimateStep(run, plan);
    const twice = estimateStep(run, { ...plan, drains: 2 });
    expect(twice.timeParts.bubble / once.timeParts.bubble).toBeCloseTo(2, 6);
    expect(twice.timeParts.compute).toBe(once.timeParts.compute);
    expect(twice.stepSeconds).toBeGreaterThan(once.stepSeconds);
  });
});

describe('an interleaved pipeline in lockstep', () => {
  const run = setup('deepseek-v3', 'dgx-h100', 256, 'fsdp-2024', { globalBatch: 512 });
  const plan: Plan = { ...plainPlan, pp: 4, ep: 64, dp: 64, vpp: 8, schedule: 'interleaved' };
  const bubble = (pipelineLockstep: boolean) => {
    const stack = { ...run.stack, switches: { ...run.stack.switches, pipelineLockstep } };
    return estimateStep({ ...run, stack }, plan).timeParts.bubble;
  };

  test('waits for the slowest at every step: several times the bubble', () => {
    expect(bubble(true)).toBeGreaterThan(3 * bubble(false));
    expect(bubble(true)).toBeLessThan(12 * bubble(false));
  });
});

describe('tokens that are handed to the experts in turn', () => {
  const exchange = (routing: 'balanced' | 'round-robin', dispatcher: 'deepep' | 'alltoall') => {
    const run = setup('gpt-oss-120b', 'dgx-h100', 64, 'megatron-2025', { globalBatch: 512, routing });
    const stack = { ...run.stack, switches: { ...run.stack.switches, dispatcher } };
    const step = estimateStep({ ...run, stack }, { ...plainPlan, ep: 64, dp: 64 });
    return step.work.find(({ part }) => part === 'ep')?.seconds ?? Number.NaN;
  };

  test('reach one node of eight each, in place of three, where the dispatcher sends one copy a node', () => {
    // Four of 128 experts lie in one node of 16; four chosen by chance in 8 · (1 − (7/8)⁴) = 3.3.
    const ratio = exchange('balanced', 'deepep') / exchange('round-robin', 'deepep');
    expect(ratio).toBeGreaterThan(2);
    expect(ratio).toBeLessThan(3.4);
  });

  test('make no difference to an all-to-all, which sends one copy an expert', () => {
    expect(exchange('balanced', 'alltoall')).toBe(exchange('round-robin', 'alltoall'));
  });
});

describe('a dispatcher that gathers all tokens', () => {
  const vectorSeconds = (permuteFusion: boolean, dispatcher: 'allgather' | 'alltoall', ep: number) => {
    const run = setup('deepseek-v2', 'atlas-800t-a2', 64, 'mindspeed-2025', { globalBatch: 256 });
    const stack = { ...run.stack, switches: { ...run.stack.switches, permuteFusion, dispatcher } };
    const plan: Plan = { ...plainPlan, pp: 4, ep, dp: 16, recompute: 'full' };
    const { work } = estimateStep({ ...run, stack }, plan);
    return work.find(({ part }) => part === 'vector')?.seconds ?? Number.NaN;
  };

  test('moves more rows than an all-to-all, the more the wider it gathers', () => {
    const extra = (ep: number) => vectorSeconds(true, 'allgather', ep) - vectorSeconds(true, 'alltoall', ep);
    expect(extra(8)).toBeGreaterThan(0);
    expect(extra(16)).toBeGreaterThan(extra(8));
  });

  test('pays for rows that no fused kernel moves', () => {
    const unfused = (dispatcher: 'allgather' | 'alltoall') =>
      vectorSeconds(false, dispatcher, 8) - vectorSeconds(true, dispatcher, 8);
    expect(unfused('allgather')).toBeGreaterThan(unfused('alltoall'));
  });
});

describe('the permutation of rows to experts', () => {
  const vectorSeconds = (switches: Partial<Setup['stack']['switches']>) => {
    const run = setup('qwen3-30b-a3b', 'dgx-h100', 8, 'torchtitan-2024', { globalBatch: 64 });
    const stack = { ...run.stack, switches: { ...run.stack.switches, ...switches } };
    const { work } = estimateStep(
      { ...run, stack },
      { ...plainPlan, ep: 8, dp: 8, zero: 3, recompute: 'full' },
    );
    return work.find(({ part }) => part === 'vector')?.seconds ?? Number.NaN;
  };

  test('is a step of its own after DeepEP, within the kernel of HybridEP', () => {
    const extra = (dispatcher: 'deepep' | 'hybridep') =>
      vectorSeconds({ dispatcher, permuteFusion: false }) /
      vectorSeconds({ dispatcher, permuteFusion: true });
    expect(extra('deepep')).toBeGreaterThan(1.5);
    expect(extra('hybridep')).toBe(1);
  });

  test('costs less by one sorted index than by masks, and more than fused', () => {
    const [fused, indexed, masked] = [
      { permuteFusion: true },
      { permuteFusion: false, indexedPermute: true },
      { permuteFusion: false, indexedPermute: false },
    ].map(vectorSeconds);
    expect(indexed).toBeGreaterThan(fused ?? Number.NaN);
    expect(masked).toBeGreaterThan(indexed ?? Number.NaN);
  });
});
