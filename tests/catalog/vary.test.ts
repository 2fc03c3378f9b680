import { describe, expect, it } from 'vitest';
import { loadScenario, loadVariants, type ScenarioSource, VARIED } from '../../src/catalog';

const source = (vary: string): ScenarioSource => ({
  file: 'test.yaml',
  text: `question: Which?
model: glm-5
training: {precision: fp8}
clusters:
  - {name: a, system: dgx-h100, chips: 1024, stack: megatron-2025}
  - {name: b, system: gb200-nvl72, chips: 576, stack: megatron-2025}
vary: ${vary}`,
});

function values(vary: string) {
  const result = loadScenario(source(vary));
  if (!result.ok) throw new Error(result.errors[0].message);
  return result.value.vary?.values;
}

function variant(vary: string, index: number) {
  const opened = loadVariants(source(vary));
  const result = opened.ok ? opened.value.variant(index) : opened;
  if (!result.ok) throw new Error(result.errors[0].message);
  return result.value.cases.map(({ setup }) => setup);
}

const message = (vary: string) => {
  const result = loadScenario(source(vary));
  return result.ok ? 'loaded' : result.errors[0].message;
};

describe('varied values', () => {
  it.each<[string, number[]]>([
    ['{experts: [64, 128, 256]}', [64, 128, 256]],
    ['{experts: [base / 2, base, base * 2]}', [128, 256, 512]],
    ['{chips: [1k, 2k]}', [1000, 2000]],
    ['{scale_out_bandwidth: [400 Gbit/s, 800 Gbit/s]}', [50e9, 100e9]],
    ['{scale_out_bandwidth: {from: 10 GB/s, to: 50 GB/s, steps: 5}}', [10e9, 20e9, 30e9, 40e9, 50e9]],
    ['{chips: {from: 64, to: 1024, steps: 5, scale: log}}', [64, 128, 256, 512, 1024]],
    ['{experts: {expression: 64 * 2 ^ i, steps: 3}}', [64, 128, 256]],
    ['{memory: {expression: base * (1 + i), steps: 2}}', [80e9, 160e9]],
    ['{top_k: {from: 1, to: 3, steps: 9}}', [1, 2, 3]],
    ['{other_loss: [0, 5 %]}', [0, 0.05]],
    ['{restart: [0 s]}', [0]],
  ])('%s', (vary, expected) => expect(values(vary)).toEqual(expected));

  it.each([
    ['{experts: [12.5]}', '12.5 is not a whole number'],
    ['{memory: [80]}', '"80" has no unit'],
    ['{memory: [80 GB/s]}', '"80 GB/s" is not an amount of memory'],
    ['{experts: {expression: i, steps: 2}}', 'value 1 of "i": 0 is less than 1'],
    ['{experts: {expression: 1:1e9, steps: 2}}', '"range" is not allowed in an expression'],
    ['{experts: [4]}', 'top_k is 8, but there are 4 experts'],
    ['{memory: [80 gb]}', 'unknown unit "gb"; did you mean GB or Gb?'],
    ['{global_batch: [0]}', '0 is less than 1'],
    ['{memory: [0 GB]}', '"0 GB" is not greater than zero'],
    ['{memory: [base - base]}', 'value 1 of "base - base": "0" is not greater than zero'],
    ['{memory: {expression: base / i, steps: 2}}', '"base / i" is not a finite number at value 1'],
    ['{layers: [1e9]}', '1,000,000,000 is more than 1,000'],
    ['{layers: {from: 10, to: 2000, steps: 2}}', '2,000 is more than 1,000'],
    ['{layers: [base * 100]}', 'value 1 of "base * 100": 7,800 is more than 1,000'],
    ['{sequence: [1e12]}', '1,000,000,000,000 is more than 1,000,000,000'],
    ['{pue: [0.5]}', '0.5 is less than 1'],
    ['{other_loss: [150 %]}', '1.5 is more than 0.99'],
    ['{tp: [2M]}', '2,000,000 is more than 1,000,000'],
    [
      '{restart: {from: 0 s, to: 1 h, steps: 3, scale: log}}',
      'a logarithmic range cannot begin or end at zero',
    ],
    ['{constants: {gemm_bf16: [-1]}}', '"-1" is less than zero'],
    ['{experts: {from: 64, to: 128, steps: 1e9}}', '1,000,000,000 is more than 10,000'],
  ])('%s is refused', (vary, expected) => expect(message(vary)).toBe(expected));
});

describe('variants', () => {
  it('set a model input for all clusters', () => {
    for (const setup of variant('{experts: [64, 512]}', 1)) {
      expect(setup.model.kinds[1].feedForward).toMatchObject({ experts: 512 });
    }
    expect(variant('{layers: [16]}', 0)[0].model.layerKinds).toHaveLength(16);
  });

  it('set inputs of clusters, chips and training', () => {
    expect(variant('{chips: [64]}', 0).map(({ cluster }) => cluster.chips)).toEqual([64, 64]);
    expect(variant('{sequence: [8192]}', 0)[0].training.sequence).toBe(8192);
    expect(variant('{global_batch: [512]}', 0)[0].training.globalBatch).toBe(512);
    expect(variant('{scale_up_bandwidth: [1 TB/s]}', 0)[0].cluster.system.scaleUp.bandwidth).toBe(1e12);
    expect(variant('{memory_bandwidth: [5 TB/s]}', 0)[1].cluster.system.chip.memoryBandwidth).toBe(5e12);
    expect(variant('{domain: [64]}', 0)[0].cluster.system.scaleUp.domainChips).toBe(64);
  });

  it('move FP8 and FP4 rates with the BF16 rate', () => {
    const [, before] = variant('{chips: [8]}', 0);
    const { bf16, fp8 } = before.cluster.system.chip.peakFlops;
    const [, after] = variant(`{bf16: [${bf16 / 2e12} TFLOP/s]}`, 0);
    expect(after.cluster.system.chip.peakFlops.bf16).toBeCloseTo(bf16 / 2, -6);
    expect(after.cluster.system.chip.peakFlops.fp8).toBeCloseTo((fp8 ?? 0) / 2, -6);
  });

  /** What a search decides, or what this model leaves open. */
  const unset = ['tp', 'pp', 'ep', 'cp', 'micro_batch', 'max_nodes'];
  const set = Object.keys(VARIED).filter((key) => !unset.includes(key));

  it('set a constant of the physics', () => {
    const [setup] = variant('{constants: {gemm_bf16: [base / 2, base]}}', 0);
    expect(setup.stack.constants.gemm_bf16).toBeGreaterThan(0.2);
    expect(setup.stack.constants.gemm_bf16).toBeLessThan(0.5);
  });

  it.each(set)('%s at its present value changes nothing', (key) => {
    expect(variant(`{${key}: [base]}`, 0)[0]).toEqual(variant('{}', 0)[0]);
  });
});
