import { describe, expect, it } from 'vitest';
import { catalogModel, loadScenario } from '../../src/catalog';
import type { Model } from '../../src/model';

function inline(model: Record<string, unknown>): Model {
  const result = loadScenario({
    file: 'test',
    value: {
      question: 'Which?',
      model: { name: 'Mine', hidden: 1024, vocab: 32_000, training_tokens: '1B', ...model },
      clusters: [{ name: 'a', system: 'dgx-h100', chips: 8, stack: 'megatron-2025' }],
    },
  });
  if (!result.ok) throw new Error(result.errors.map(({ path, message }) => `${path}: ${message}`).join('\n'));
  return result.value.cases[0].setup.model;
}

const gqa = { kind: 'gqa', heads: 8, kv_heads: 2, head_dim: 128 };
const mamba2 = { kind: 'mamba2', heads: 16, head_dim: 64, state_dim: 128, groups: 8, conv_kernel: 4 };
const experts = { experts: 16, top_k: 2, expert_ffn: 512 };
const letters = (model: Model) =>
  model.layerKinds
    .map((kind) => {
      const { attention, feedForward } = model.kinds[kind];
      const mixer =
        attention === null ? '' : attention.kind === 'gqa' ? (attention.window === null ? 'F' : 'w') : 'L';
      return mixer + (feedForward === null ? '' : feedForward.kind === 'moe' ? 'e' : 'd');
    })
    .join(' ');

describe('layers', () => {
  it('lead with dense ones, then have experts', () => {
    expect(letters(inline({ layers: 4, attention: gqa, dense_ffn: 4096, first_dense: 1, ...experts }))).toBe(
      'Fd Fe Fe Fe',
    );
  });

  it('have experts in the last of each moe_every', () => {
    expect(letters(inline({ layers: 4, attention: gqa, dense_ffn: 4096, moe_every: 2, ...experts }))).toBe(
      'Fd Fe Fd Fe',
    );
  });

  it('alternate linear and full attention', () => {
    const model = inline({
      layers: 8,
      attention: gqa,
      linear_attention: mamba2,
      full_attention_every: 4,
      ...experts,
    });
    expect(letters(model)).toBe('Le Le Le Fe Le Le Le Fe');
    expect(model.kinds).toHaveLength(2);
    expect(model.kinds[model.mtpKind].attention?.kind).toBe('gqa');
  });

  it('alternate sliding windows and full attention', () => {
    const model = inline({
      layers: 6,
      attention: gqa,
      sliding: { window: 128, full_every: 3 },
      dense_ffn: 64,
    });
    expect(letters(model)).toBe('wd wd Fd wd wd Fd');
    expect(model.kinds[0].attention).toMatchObject({ window: 128 });
  });

  it('follow a pattern of single blocks', () => {
    const pattern = 'ME*-ME';
    const model = inline({
      layers: 6,
      pattern,
      attention: gqa,
      linear_attention: mamba2,
      dense_ffn: 64,
      mtp_layers: 1,
      ...experts,
    });
    expect(letters(model)).toBe('L e F d L e');
    expect(model.kinds[model.mtpKind]).toMatchObject({
      attention: { kind: 'gqa' },
      feedForward: { kind: 'moe' },
    });
  });

  it('are linear throughout where there is no other attention', () => {
    expect(letters(inline({ layers: 2, linear_attention: mamba2, dense_ffn: 64 }))).toBe('Ld Ld');
  });

  it.each([
    [{ layers: 2, dense_ffn: 64 }, 'needs "attention"'],
    [{ layers: 2, attention: gqa }, 'need "dense_ffn"'],
    [{ layers: 2, attention: gqa, experts: 8 }, 'needs "experts", "top_k" and "expert_ffn"'],
    [{ layers: 2, attention: { ...gqa, kv_heads: 3 }, dense_ffn: 64 }, 'cannot share 3 kv_heads'],
    [{ layers: 3, attention: gqa, pattern: '*x*', dense_ffn: 64 }, '"x" is not a letter of a pattern'],
    [{ layers: 3, attention: gqa, pattern: '*-', dense_ffn: 64 }, '2 letters for 3 layers'],
    [{ layers: 2, attention: gqa, pattern: '*E' }, 'needs "experts"'],
    [{ layers: 2, attention: gqa, full_attention_every: 2, dense_ffn: 64 }, 'needs both'],
    [{ layers: 2, attention: gqa, first_dense: 3, dense_ffn: 64 }, 'first_dense is 3'],
  ])('%j is refused', (model, message) => expect(() => inline(model)).toThrow(message));
});

describe('catalog models', () => {
  it('Qwen3-Next: every fourth of 48 layers is full', () => {
    const model = catalogModel('qwen3-next-80b-a3b');
    const full = model.layerKinds.map((kind) => model.kinds[kind].attention?.kind === 'gqa');
    expect(full.filter(Boolean)).toHaveLength(12);
    expect(full[3]).toBe(true);
  });

  it('GLM-5: three dense layers, then experts', () => {
    const model = catalogModel('glm-5');
    expect(model.layerKinds.map((kind) => model.kinds[kind].feedForward?.kind).lastIndexOf('dense')).toBe(2);
    expect(model.layerKinds).toHaveLength(78);
  });
});
