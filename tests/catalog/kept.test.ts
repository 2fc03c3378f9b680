import { describe, expect, test } from 'vitest';
import { catalogFlatModel, loadScenario } from '../../src/catalog';

const scenario = (system: unknown, model: unknown = 'glm-5') => ({
  question: 'Is what is kept what is asked?',
  model,
  training: { tokens: '1T', sequence: 4096, global_batch: '1024 sequences' },
  clusters: [{ name: 'A', system, chips: 256, stack: 'megatron-2025' }],
});
const load = (value: unknown) => loadScenario({ file: 'kept', value });
const setupOf = (value: unknown) => {
  const loaded = load(value);
  return loaded.ok ? loaded.value.cases[0].setup : null;
};

describe('references kept resolved', () => {
  test('a change to a system, or to the chip in it, is another system; the same change is the same', () => {
    const faster = { base: 'dgx-h100', scale_out: { bandwidth: '800 Gbit/s' } };
    const chip = { base: 'dgx-h100', chip: { base: 'nvidia-h100-sxm', memory: '160 GB' } };
    const plain = setupOf(scenario('dgx-h100'))?.cluster.system;
    expect(plain?.scaleOut.bandwidth).toBe(50e9);
    for (let again = 0; again < 2; again++) {
      expect(setupOf(scenario(structuredClone(faster)))?.cluster.system.scaleOut.bandwidth).toBe(100e9);
      expect(setupOf(scenario(structuredClone(chip)))?.cluster.system.chip.memoryBytes).toBe(160e9);
      expect(setupOf(scenario('dgx-h100'))?.cluster.system).toEqual(plain);
    }
  });

  test('a wrong reference is told each time, at its own place', () => {
    for (let again = 0; again < 2; again++) {
      const wrong = load(scenario({ base: 'dgx-h100', scale_out: { bandwidth: '800 furlongs' } }));
      expect(wrong.ok ? [] : wrong.errors.map(({ path }) => path)).toEqual([
        'clusters.0.system.scale_out.bandwidth',
      ]);
    }
    const model = load(scenario('dgx-h100', { base: 'glm-5', experts: Number.NaN }));
    expect(model.ok).toBe(false);
  });

  test('what is kept cannot be changed by one of those who share it, and what was asked with stays theirs', () => {
    const asked = scenario(
      { base: 'dgx-h100', chip: { base: 'nvidia-h100-sxm', memory: '90 GB' } },
      { base: 'glm-5', experts: 128 },
    );
    expect(load(asked).ok).toBe(true);
    const frozen = (value: unknown): boolean =>
      typeof value === 'object' &&
      value !== null &&
      (Object.isFrozen(value) || Object.values(value).some(frozen));
    expect(frozen(asked)).toBe(false);
    const flat = catalogFlatModel('glm-5');
    expect(() => Object.assign(flat, { experts: 1 })).toThrow();
    expect(() => Object.assign(flat.attention ?? {}, { heads: 1 })).toThrow();
  });
});
