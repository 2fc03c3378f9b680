import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { catalogChip } from '../../src/catalog';
import {
  chipOf,
  fitCurves,
  type KernelCurves,
  type KernelFile,
  type KernelPoint,
  kernelConstants,
  kernelFiles,
  kernelSeconds,
  ownReport,
  parseKernels,
} from '../../src/study/kernels';
import { runTask } from './run-task';

const chip = catalogChip('nvidia-h200-sxm');

describe("the project's own measurements", () => {
  const files = kernelFiles();
  const report = ownReport();
  const summary = (name: string) => report.summary.find((row) => row.name === name);

  test('at least 300 kernels and 16 layers, from repeated runs whose spread is known', () => {
    expect(files.reduce((sum, file) => sum + file.kernels.length, 0)).toBeGreaterThanOrEqual(300);
    expect(files.reduce((sum, file) => sum + file.layers.length, 0)).toBeGreaterThanOrEqual(16);
    for (const file of files) {
      expect(file.method.runs).toBeGreaterThan(1);
      expect(file.method.run_spread?.median).toBeLessThan(0.05);
      const ids = [...file.kernels, ...file.layers].map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  test('no kernel beats the chip: rates below the peak, traffic below what caches can add', () => {
    for (const file of files) {
      const { peakFlops } = chipOf(file);
      for (const point of file.kernels) {
        const peak = point.dtype === 'fp8' ? (peakFlops.fp8 ?? peakFlops.bf16) : peakFlops.bf16;
        expect(point.flops / point.seconds, point.id).toBeLessThan(peak);
      }
    }
  });

  test('layers are predicted within 8 % on average from the kernel curves, kernels within 7 %', () => {
    expect(summary('layers')?.count).toBeGreaterThanOrEqual(16);
    expect(summary('layers')?.mape).toBeLessThan(0.08);
    expect(summary('kernels')?.mape).toBeLessThan(0.07);
  });

  test('nothing is fitted to layers: other layer times leave the predictions as they are', () => {
    const slower = files.map((file) => ({
      ...file,
      layers: file.layers.map((layer) => ({ ...layer, seconds: 2 * layer.seconds })),
    }));
    expect(ownReport(slower).layers.map(({ predicted_s }) => predicted_s)).toEqual(
      report.layers.map(({ predicted_s }) => predicted_s),
    );
  });

  test('graph-captured layers are no slower than eager ones beyond the spread of runs', () => {
    for (const { layers } of files) {
      for (const layer of layers.filter(({ mode }) => mode === 'graph')) {
        const eager = layers.find(({ id }) => id === layer.id.replace(/-graph$/, '-eager'));
        expect(layer.seconds, layer.id).toBeLessThan((eager?.seconds ?? 0) * 1.05);
      }
    }
  });
});

/** Kernels of an imagined chip with known curves. */
function imagined(curves: KernelCurves): KernelPoint[] {
  const points: KernelPoint[] = [];
  const add = (point: Omit<KernelPoint, 'seconds' | 'spread' | 'id'>) => {
    const whole = { ...point, id: String(points.length), seconds: 1, spread: 0 };
    points.push({ ...whole, seconds: kernelSeconds(curves, whole) ?? Number.NaN });
  };
  const base = { dtype: 'bf16', flops: 0, bytes: 0 };
  for (const m of [1024, 4096, 16384])
    for (const n of [1024, 8192])
      for (const k of [512, 2048, 8192]) {
        add({ ...base, kind: 'gemm', op: 'forward', m, n, k });
        add({ ...base, kind: 'gemm', op: 'weight-gradient-fused', m, n, k });
      }
  for (const m of [128, 512, 2048])
    for (const experts of [8, 32]) {
      add({ ...base, kind: 'grouped', op: 'forward', m, n: 4096, k: 7168, experts, skew: 0 });
      add({ ...base, kind: 'grouped', op: 'weight-gradient', m, n: 4096, k: 7168, experts, skew: 0 });
    }
  for (const sequence of [1024, 4096, 16384])
    for (const op of ['gqa-forward', 'gqa-backward']) {
      const shape = { sequence, key: 128, value: 128, backend: 'a' };
      add({ ...base, ...shape, kind: 'attention', op, flops: 1e12 * sequence });
    }
  add({ ...base, kind: 'vector', op: 'adam', bytes: 1e9 });
  return points;
}

describe('kernel curves', () => {
  test('are found again from kernels that follow them', () => {
    const share = (min: number, max: number) => fc.double({ min, max, noNaN: true });
    fc.assert(
      fc.property(
        share(0.4, 0.9),
        share(50, 900),
        share(0.7, 1.1),
        share(100, 2000),
        share(0.3, 0.9),
        (rate, k0, ratio, halfSequence, vector) => {
          const curves: KernelCurves = {
            peakBf16: chip.peakFlops.bf16,
            peakFp8: chip.peakFlops.fp8 ?? chip.peakFlops.bf16,
            memoryBandwidth: chip.memoryBandwidth,
            gap: 2.2e-6,
            gemm: { bf16: { rate, k0 } },
            grouped: { ratio, rowPad: 120 },
            accumulate: { fused: 1, separate: null, grouped: 0.7 },
            attention: {
              'forward 128/128 a': { rate: 0.6, halfSequence },
              'backward 128/128 a': { rate: 0.5, halfSequence },
            },
            vector: { adam: vector },
          };
          const file = { kernels: imagined(curves), layers: [] } as unknown as KernelFile;
          const found = fitCurves(file, chip);
          expect(found?.gemm.bf16.rate).toBeCloseTo(rate, 1);
          expect(Math.abs((found?.grouped?.ratio ?? 0) / ratio - 1)).toBeLessThan(0.05);
          expect(Math.abs((found?.attention['forward 128/128 a'].rate ?? 0) / 0.6 - 1)).toBeLessThan(0.02);
          expect(found?.vector.adam).toBeCloseTo(vector, 3);
          for (const point of file.kernels) {
            const again = found ? kernelSeconds(found, point) : null;
            expect(Math.abs((again ?? 0) / point.seconds - 1), JSON.stringify(point)).toBeLessThan(0.1);
          }
        },
      ),
      { numRuns: 5 },
    );
  });

  test('a file without matrix products gives no constants, and no made-up ones', () => {
    const [file] = kernelFiles();
    const partial = { ...file, kernels: file.kernels.filter(({ kind }) => kind === 'vector') };
    expect(kernelConstants(partial)).toEqual({});
    const dense = { ...file, kernels: file.kernels.filter(({ kind }) => kind === 'gemm') };
    expect(Object.keys(kernelConstants(dense))).not.toContain('grouped_ratio');
    expect(ownReport([dense]).layers.every(({ predicted_s }) => predicted_s === null)).toBe(true);
  });
});

describe('files of strangers', () => {
  const message = (json: string) => {
    const result = parseKernels(json);
    return result.ok ? '' : `${result.errors[0].path}: ${result.errors[0].message}`;
  };
  const [own] = kernelFiles();
  const whole = { format: 'moe-capacity-kernels/1', ...own };
  test.each([
    ['nonsense', 'not JSON'],
    ['null', 'expected object'],
    [JSON.stringify({ ...whole, format: 3 }), 'format: '],
    [JSON.stringify({ ...whole, kernels: 1 }), 'kernels: '],
    [JSON.stringify({ ...whole, kernels: [{ ...own.kernels[0], seconds: 0 }] }), 'kernels.0.seconds: '],
    [JSON.stringify({ ...whole, device: null }), 'device: '],
    [JSON.stringify({ ...whole, chip: 'h2000' }), 'chip: '],
  ])('%.60s is refused in words', (json, part) => {
    expect(message(json)).toContain(part);
  });

  test('a layer of an unknown model is no crash', () => {
    const [file] = kernelFiles();
    const strange = { ...file, layers: [{ ...file.layers[0], model: 'nobody' }] };
    expect(ownReport([strange]).layers[0].predicted_s).toBeNull();
  });

  test('the task answers with constants and errors', () => {
    const [file] = kernelFiles();
    const json = JSON.stringify({ format: 'moe-capacity-kernels/1', ...file });
    const merged = runTask<'kernels'>({ kind: 'kernels', json });
    expect(merged.constants.gemm_bf16).toBeGreaterThan(0.5);
    expect(merged.own.layers.length).toBe(file.layers.length);
  });
});
