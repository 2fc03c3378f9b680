import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { at } from '../../scripts/project.mjs';
import { catalogModel, catalogSystem } from '../../src/catalog';
import { decodeStep, deploymentMemory } from '../../src/serving';
import { LINK_EFFICIENCY } from '../../src/serving/constants';

const bf16 = { weightBytes: 2, cacheBytes: 2, stateBytes: 4 };
const fp8 = { weightBytes: 1, cacheBytes: 2, stateBytes: 4 };
const memory = (
  model: string,
  context: number,
  sequences = 1,
  format = bf16,
  system = 'dgx-h200',
  chips = 8,
) => deploymentMemory(catalogModel(model), catalogSystem(system), chips, format, context, sequences);
const decode = (model: string, context: number, sequences: number, format = fp8) =>
  decodeStep(catalogModel(model), catalogSystem('dgx-h200'), 8, format, context, sequences);

describe('cache and state of published architectures', () => {
  it.each([
    // 61 layers of 512 + 64 channels: 70 KB a token (DeepSeek-V3 report).
    ['deepseek-v3', 61 * 576 * 2],
    // 94 layers of 4 key-value heads of 128.
    ['qwen3-235b-a22b', 94 * 4 * 256 * 2],
    // 15 of 60 layers have attention, 2 heads of 256.
    ['qwen3.5-397b-a17b', 15 * 2 * 512 * 2],
    // Sparse attention keeps 128 bytes of indexer keys beside the latent.
    ['glm-5', 78 * (576 * 2 + 128)],
  ])('%s', (model, bytes) => {
    expect(memory(model, 4096).cachePerToken).toBe(bytes);
  });

  it('recurrent state does not grow with the context', () => {
    const [short, long] = [memory('qwen3.5-397b-a17b', 4096), memory('qwen3.5-397b-a17b', 262144)];
    expect(short.statePerSequence).toBe(long.statePerSequence);
    expect(short.statePerSequence).toBeGreaterThan(45 * 64 * 128 * 128 * 4);
    expect(long.cachePerSequence).toBe(64 * short.cachePerSequence);
  });

  it('a window bounds the cache', () => {
    const { cachePerSequence, cachePerToken } = memory('gpt-oss-120b', 131072);
    expect(cachePerSequence / (cachePerToken * 131072)).toBeCloseTo(0.5, 2);
  });
});

describe('what fits', () => {
  it.each([
    ['qwen3.5-397b-a17b', bf16, 'dgx-h100', 8, false],
    ['qwen3.5-397b-a17b', fp8, 'dgx-h100', 8, true],
    ['deepseek-v3', fp8, 'dgx-h100', 8, false],
    ['deepseek-v3', fp8, 'dgx-h200', 8, true],
    ['glm-5', fp8, 'dgx-h200', 8, true],
    ['glm-5', bf16, 'dgx-h200', 8, false],
    ['internvl3-78b', bf16, 'dgx-h100', 8, true],
    ['qwen2.5-72b', bf16, 'dgx-h100', 8, true],
    ['internvl3.5-8b', bf16, 'dgx-h100', 1, true],
    ['qwen3.5-35b-a3b', bf16, 'dgx-h100', 1, false],
    ['qwen3.5-35b-a3b', fp8, 'dgx-h100', 1, true],
  ] as const)('%s %o on %s × %i: %s', (model, format, system, chips, fits) => {
    expect(memory(model, 4096, 1, format, system, chips).fits).toBe(fits);
  });

  it('as many sequences as fit do fit, one more does not', () => {
    const { maxSequences } = memory('qwen3-235b-a22b', 32768, 1, fp8);
    expect(memory('qwen3-235b-a22b', 32768, maxSequences, fp8).fits).toBe(true);
    expect(memory('qwen3-235b-a22b', 32768, maxSequences + 1, fp8).fits).toBe(false);
  });
});

describe('decoding', () => {
  it('a longer context never speeds a step, a larger batch never slows the whole', () => {
    for (const model of ['qwen3.5-397b-a17b', 'qwen3-235b-a22b', 'glm-5', 'deepseek-v3']) {
      const steps = [4096, 32768, 262144].map((context) => decode(model, context, 8).stepSeconds);
      expect(steps).toEqual([...steps].sort((a, b) => a - b));
      const rates = [1, 8, 64].map((sequences) => decode(model, 4096, sequences).tokensPerSecond);
      expect(rates).toEqual([...rates].sort((a, b) => a - b));
    }
  });

  it('sparse attention reads its indexer and the picked entries, not the whole cache', () => {
    const [sparse, dense] = [decode('deepseek-v3.2', 131072, 8), decode('deepseek-v3', 131072, 8)];
    expect(sparse.bytesRead.cache).toBeLessThan(0.2 * dense.bytesRead.cache);
  });

  it('DeepSeek-V3 at expert parallelism over 144 H800 is near its published 14.8k tokens/s a node', () => {
    const chips = 144;
    const model = catalogModel('deepseek-v3');
    const step = decodeStep(model, catalogSystem('dgx-h800'), chips, fp8, 4989, chips * 128);
    const perNode = (step.tokensPerSecond * 8) / chips;
    expect(perNode).toBeGreaterThan(14800 * 0.7);
    expect(perNode * 0.4).toBeLessThan(14800);
  });
});

describe('the share of the link rate that exchanges reach', () => {
  const {
    rows,
  }: { rows: { kind: string; chip: string; op: string; scope?: string; n_chips?: number; value: number }[] } =
    JSON.parse(readFileSync(at('scenarios/measured/microbench.json'), 'utf8'));
  const inDomain = /^(intra-node|1 node NVLink|2 nodes MNNVL|NVL72 single domain)$/;

  it('is what published all-reduces in a domain and exchanges over InfiniBand reach', () => {
    const up = { H100: catalogSystem('dgx-h100'), GB200: catalogSystem('gb200-nvl72') };
    const reduced = rows.flatMap(({ kind, chip, op, scope, value }) =>
      kind === 'collective' &&
      op === 'all_reduce' &&
      inDomain.test(scope ?? '') &&
      (chip === 'H100' || chip === 'GB200')
        ? [value / (up[chip].scaleUp.bandwidth / 1e9)]
        : [],
    );
    const sent = rows.flatMap(({ kind, chip, op, n_chips: n = 0, value }) =>
      kind === 'ep_alltoall' && chip === 'H800' && /low-latency/.test(op) && n >= 64
        ? [value / (catalogSystem('dgx-h800').scaleOut.bandwidth / 1e9)]
        : [],
    );
    expect(reduced.length).toBeGreaterThan(8);
    expect(sent.length).toBe(6);
    const all = [...reduced, ...sent].sort((a, b) => a - b);
    expect(all[0]).toBeGreaterThan(0.75);
    expect(all[Math.floor(all.length * 0.9)]).toBeLessThan(1);
    expect(LINK_EFFICIENCY).toBeGreaterThan(all[0]);
    expect(LINK_EFFICIENCY).toBeLessThan(all[all.length >> 1]);
  });

  it('moves decoding by a few per cent over its spread', () => {
    const model = catalogModel('deepseek-v3');
    const system = catalogSystem('dgx-h800');
    const rate = (share: number) => {
      const faster = <T extends number>(bandwidth: T) => ((bandwidth * share) / LINK_EFFICIENCY) as T;
      const linked = {
        ...system,
        scaleUp: { ...system.scaleUp, bandwidth: faster(system.scaleUp.bandwidth) },
        scaleOut: { ...system.scaleOut, bandwidth: faster(system.scaleOut.bandwidth) },
      };
      return decodeStep(model, linked, 32, fp8, 4096, 1024).tokensPerSecond;
    };
    expect(rate(0.75) / rate(LINK_EFFICIENCY)).toBeGreaterThan(0.95);
    expect(rate(0.95) / rate(LINK_EFFICIENCY)).toBeLessThan(1.1);
  });
});
