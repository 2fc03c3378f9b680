import { describe, expect, it } from 'vitest';
import {
  catalogChip,
  catalogIds,
  catalogModel,
  catalogStack,
  catalogSystem,
  loadScenario,
  readyStudies,
  type ScenarioSource,
  scenarioObject,
} from '../../src/catalog';
import { defaultRunAssumptions } from '../../src/run';

const clusters = '[{name: H100, system: dgx-h100, chips: 1024, stack: megatron-2025}]';

function load(parts: Record<string, string>) {
  const text = Object.entries({ question: 'Which?', model: 'glm-5', clusters, ...parts })
    .map(([key, value]) => `${key}: ${value}`)
    .join('\n');
  const source: ScenarioSource = { file: 'test.yaml', text };
  const result = loadScenario(source);
  if (!result.ok) throw new Error(result.errors.map(({ path, message }) => `${path}: ${message}`).join('\n'));
  return result.value;
}
const firstCase = (parts: Record<string, string>) => load(parts).cases[0];
const training = (parts: Record<string, string>) => firstCase(parts).setup.training;

describe('ready studies', () => {
  it.each(readyStudies())('$id loads, and loads alike from its checked object', ({ id, text, question }) => {
    const fromText = loadScenario({ file: id, text });
    if (!fromText.ok) throw new Error(JSON.stringify(fromText.errors));
    expect(fromText.value.question).toBe(question);
    const object = scenarioObject({ file: id, text });
    if (!object.ok) throw new Error('no object');
    expect(loadScenario({ file: 'form', value: structuredClone(object.value) })).toEqual(fromText);
  });
});

describe('catalog', () => {
  const resolve = { chips: catalogChip, systems: catalogSystem, models: catalogModel, stacks: catalogStack };
  const kinds = ['chips', 'systems', 'models', 'stacks'] as const;
  it.each(kinds.flatMap((kind) => catalogIds(kind).map((id) => [kind, id] as const)))(
    '%s %s resolves',
    (kind, id) => {
      expect(resolve[kind](id).id).toBe(id);
    },
  );
  it('throws for an id that it has not: a bug of the caller', () => {
    expect(() => catalogModel('nope')).toThrow('unknown model');
  });
});

describe('defaults of training', () => {
  it('come from the model, else from us', () => {
    expect(training({})).toEqual({
      tokens: 28.5e12,
      sequence: 4096,
      globalBatch: 3906,
      precision: 'bf16',
      optimizer: 'adam',
      routing: 'aux-free',
      capacityFactor: null,
    });
    expect(training({ model: '{base: glm-5, training_sequence: 8192}' }).sequence).toBe(8192);
    expect(training({ training: '{sequence: 131072}' }).globalBatch).toBe(256);
  });

  it('reads a batch in sequences or tokens', () => {
    expect(training({ training: '{global_batch: 7680 sequences}' }).globalBatch).toBe(7680);
    expect(training({ training: '{global_batch: 7680}' }).globalBatch).toBe(7680);
    expect(training({ training: '{global_batch: 31.5M tokens}' }).globalBatch).toBe(
      Math.round(31.5e6 / 4096),
    );
  });

  it('lays those of a cluster over those of all', () => {
    const { cases } = load({
      training: '{tokens: 1T, precision: fp8}',
      clusters: `[{name: a, system: dgx-h100, chips: 8, stack: megatron-2025},
        {name: b, system: atlas-800t-a2, chips: 8, stack: mindspeed-2025, training: {precision: bf16}}]`,
    });
    expect(cases.map(({ setup }) => setup.training.precision)).toEqual(['fp8-tensor', 'bf16']);
    expect(cases.map(({ setup }) => setup.training.tokens)).toEqual([1e12, 1e12]);
  });

  it.each([
    ['dgx-h100', 'megatron-2025', 'fp8-tensor'],
    ['dgx-h800', 'deepseek-2024', 'fp8-block'],
    ['gb200-nvl72', 'megatron-2025', 'mxfp8'],
  ])('fp8 on %s with %s is %s', (system, stack, precision) => {
    const cluster = `[{name: a, system: ${system}, chips: 64, stack: ${stack}}]`;
    expect(training({ clusters: cluster, training: '{precision: fp8}' }).precision).toBe(precision);
  });
});

describe('changes to a base', () => {
  it('merge deep, in models', () => {
    const { model } = firstCase({ model: '{base: glm-5, experts: 512, attention: {kv_rank: 256}}' }).setup;
    expect(model.id).toBe('glm-5*');
    expect(model.kinds[1]).toMatchObject({
      attention: { kind: 'mla', kvRank: 256, heads: 64 },
      feedForward: { experts: 512, topK: 8 },
    });
  });

  it('of another kind of attention replace it', () => {
    const { model } = firstCase({
      model: '{base: glm-5, attention: {kind: gqa, heads: 48, kv_heads: 8, head_dim: 128}}',
    }).setup;
    expect(model.kinds[1].attention).toEqual({
      kind: 'gqa',
      heads: 48,
      kvHeads: 8,
      headDim: 128,
      valueDim: 128,
      window: null,
      outputGate: false,
    });
  });

  it('reach the chip through the system, with or without its name', () => {
    const memory = (chip: string) =>
      firstCase({
        clusters: `[{name: a, system: {base: dgx-h100, chip: ${chip}}, chips: 8, stack: megatron-2025}]`,
      }).setup.cluster.system.chip;
    expect(memory('{memory: 96 GB}')).toMatchObject({ memoryBytes: 96e9, id: 'nvidia-h100-sxm*' });
    expect(memory('{base: nvidia-h200-sxm, bf16: 1 PFLOP/s}')).toMatchObject({
      memoryBytes: catalogChip('nvidia-h200-sxm').memoryBytes,
      peakFlops: { bf16: 1e15 },
    });
    expect(memory('nvidia-h200-sxm')).toEqual(catalogChip('nvidia-h200-sxm'));
  });

  it('turn single switches and constants of a stack', () => {
    const { stack } = firstCase({
      clusters: `[{name: a, system: dgx-h100, chips: 8,
        stack: {base: megatron-2025, switches: {ep_overlap: false}, constants: {gemm_bf16: {value: 0.7}}}}]`,
    }).setup;
    const base = catalogStack('megatron-2025');
    expect(stack.switches).toEqual({ ...base.switches, epOverlap: false });
    expect(stack.constants).toEqual({ ...base.constants, gemm_bf16: 0.7 });
  });
});

describe('plan and run', () => {
  it('constrain what they name', () => {
    expect(
      firstCase({ plan: '{tp: 2, ep: {min: 8}, micro_batch: 1, recompute: moe+norm}' }).constraints,
    ).toEqual({
      tp: 2,
      ep: { min: 8 },
      microBatch: 1,
      recompute: 'norm+moe',
    });
    expect(firstCase({ plan: 'auto' }).constraints).toEqual({});
  });

  it('has sourced defaults, each of which can be changed alone', () => {
    const { run, setup } = firstCase({ run: '{restart: 3 min, pue: 1.1, other_loss: 0 %}' });
    const { system } = setup.cluster;
    expect(run).toEqual({
      ...defaultRunAssumptions(system),
      restartSeconds: 180,
      pue: 1.1,
      otherLossShare: 0,
    });
    expect(run.failuresPer1000NodeDays).toBe(3.8);
    expect(defaultRunAssumptions(catalogSystem('atlas-800t-a2')).failuresPer1000NodeDays).toBe(6);
  });

  it('gives every system a price per hour of a likely size', () => {
    for (const id of catalogIds('systems')) {
      const { usdPerChipHour } = defaultRunAssumptions(catalogSystem(id));
      expect(usdPerChipHour).toBeGreaterThan(0.2);
      expect(usdPerChipHour).toBeLessThan(20);
    }
  });
});
