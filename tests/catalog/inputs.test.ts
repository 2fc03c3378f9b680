import { describe, expect, test } from 'vitest';
import { INPUT_KEYS, loadScenario, loadVariants, openInputs } from '../../src/catalog';

const value = {
  question: 'What if?',
  model: 'glm-5',
  training: { tokens: '28.5T' },
  clusters: [
    { name: 'A', system: 'dgx-h100', chips: 1024, stack: 'megatron-2025' },
    { name: 'B', system: 'atlas-800t-a2', chips: 4096, stack: 'mindspeed-2025' },
  ],
};
const source = { file: 'x', value };

function opened() {
  const result = openInputs(source);
  if (!result.ok) throw new Error(result.errors[0].message);
  return result.value;
}

function changed(...changes: Parameters<ReturnType<typeof opened>['change']>[0]) {
  const result = opened().change(changes);
  if (!result.ok) throw new Error(result.errors[0].message);
  return result.value;
}

describe('an open scenario', () => {
  test('without changes is what loading gives', () => {
    const loaded = loadScenario(source);
    expect(loaded.ok && loaded.value).toEqual(opened().base);
    expect(changed()).toEqual(opened().base);
  });

  test('one input for all clusters is the variant of a sweep', () => {
    const varied = loadVariants({ file: 'x', value: { ...value, vary: { experts: [512] } } });
    const { cases } = changed({ key: 'experts', cluster: null, value: 512 });
    expect(varied.ok && varied.value.variant(0)).toMatchObject({ ok: true, value: { cases } });
  });

  test('of one cluster only that cluster changes, and the model is shared', () => {
    const { base } = opened();
    const { cases } = changed(
      { key: 'scale_out_bandwidth', cluster: 'B', value: 1e9 },
      { key: 'chips', cluster: 'B', value: 8 },
    );
    expect(cases[0]).toEqual(base.cases[0]);
    expect(cases[1].setup.cluster.system.scaleOut.bandwidth).toBe(1e9);
    expect(cases[1].setup.cluster.chips).toBe(8);
    expect(cases[1].setup.model).toBe(cases[0].setup.model);
  });

  test('a constant is set over that of the chip family', () => {
    const { cases } = changed({ key: 'gemm_bf16', cluster: 'A', value: 0.5 });
    expect(cases.map(({ setup }) => setup.stack.constants.gemm_bf16)).toEqual([0.5, undefined]);
  });

  test('every key can be set to what it is, and nothing changes but the text of the constants', () => {
    const open = opened();
    for (const key of INPUT_KEYS) {
      const present = open.present(key);
      if (present === null || key === 'sequence' || key === 'global_batch') continue;
      const made = open.change([{ key, cluster: null, value: present }]);
      const clusters = made.ok ? made.value.cases.map(({ setup }) => setup.cluster) : [];
      const same = open.base.cases.map(({ setup }) => setup.cluster);
      expect(clusters[0], key).toEqual(same[0]);
    }
  });

  test('says what an input is now', () => {
    expect(opened().present('chips')).toBe(1024);
    expect(opened().present('chips', 'B')).toBe(4096);
    expect(opened().present('chips', 'C')).toBeNull();
  });

  test.each([
    [{ key: 'chipz', cluster: null, value: 1 }, 'chips'],
    [{ key: 'chips', cluster: 'b', value: 1 }, 'B'],
    [{ key: 'experts', cluster: 'B', value: 64 }, null],
    [{ key: 'top_k', cluster: null, value: 1000 }, null],
  ])('%j is refused in words', (change, near) => {
    const result = opened().change([change], ['study']);
    expect(result.ok).toBe(false);
    if (!result.ok) expect(result.errors[0]).toMatchObject({ file: 'x', path: 'study', nearest: near });
  });
});
