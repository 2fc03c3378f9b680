import { describe, expect, test } from 'vitest';
import { catalogChip, catalogIds, catalogStack, catalogSystem } from '../../src/catalog';

describe.each(catalogIds('chips'))('chip %s', (id) => {
  const chip = catalogChip(id);

  test('narrower formats are at least as fast, and figures are of a package', () => {
    const { bf16, fp8, fp4 } = chip.peakFlops;
    expect(fp8 ?? bf16).toBeGreaterThanOrEqual(bf16);
    expect(fp4 ?? fp8 ?? bf16).toBeGreaterThanOrEqual(fp8 ?? bf16);
    expect(bf16).toBeGreaterThan(5e13);
    expect(bf16).toBeLessThan(1e16);
    expect(chip.memoryBandwidth / chip.memoryBytes).toBeGreaterThan(5);
    expect(chip.memoryBandwidth / chip.memoryBytes).toBeLessThan(100);
  });

  test('a microscaled format has the peak of its width, and NVFP4 is NVIDIA’s', () => {
    const { peakFlops, microscaled, vendor } = chip;
    if (microscaled.includes('mxfp8')) expect(peakFlops.fp8).not.toBeNull();
    if (!microscaled.includes('nvfp4')) return;
    expect([peakFlops.fp4 !== null, vendor]).toEqual([true, 'NVIDIA']);
  });

  test('price and rent ranges are in order', () => {
    for (const range of [chip.priceUsd, chip.rentUsdPerHour]) {
      if (!range) continue;
      expect(range.low).toBeLessThanOrEqual(range.central);
      expect(range.central).toBeLessThanOrEqual(range.high);
    }
  });
});

describe.each(catalogIds('systems'))('system %s', (id) => {
  const { chip, scaleUp, scaleOut, serverWattsPerChip, chipsPerNode } = catalogSystem(id);

  test('scale-up is no slower than scale-out, a server draws more than its chips', () => {
    expect(scaleUp.bandwidth).toBeGreaterThan(scaleOut.bandwidth);
    expect(serverWattsPerChip).toBeGreaterThan(chip.tdpWatts);
    expect(chipsPerNode).toBeGreaterThan(0);
  });
});

test('the 910C is one package of two dies, each with the peak of a 910B2', () => {
  const package910c = catalogChip('huawei-ascend-910c');
  const die = catalogChip('huawei-ascend-910b2');
  expect(package910c.dies).toBe(2);
  expect(package910c.peakFlops.bf16).toBe(2 * die.peakFlops.bf16);
  expect(package910c.memoryBandwidth).toBe(2 * die.memoryBandwidth);
});

test('the H800 is an H100 with less NVLink', () => {
  const { scaleUp: full, chip: h100 } = catalogSystem('dgx-h100');
  const { scaleUp: cut, chip: h800 } = catalogSystem('dgx-h800');
  expect(h800.peakFlops).toEqual(h100.peakFlops);
  expect(h800.memoryBandwidth).toBe(h100.memoryBandwidth);
  expect([full.bandwidth, cut.bandwidth]).toEqual([450e9, 200e9]);
});

test('only the stack of 2021 writes attention scores to memory', () => {
  const unfused = catalogIds('stacks').filter((id) => !catalogStack(id).switches.flashAttention);
  expect(unfused).toEqual(['megatron-2021']);
});
