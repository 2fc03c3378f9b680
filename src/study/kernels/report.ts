import type { KernelsReport } from '../types';
import { kernelConstants } from './constants';
import { fitCurves } from './curves';
import { chipOf, kernelFiles } from './data';
import { medianOf } from './grid';
import { layerSeconds } from './layer';
import { kernelSeconds } from './seconds';
import type { KernelFile, OwnAggregate, OwnPoint, OwnReport } from './types';

function aggregate(name: string, points: readonly OwnPoint[]): OwnAggregate {
  const errors = points.flatMap(({ error }) => (error === null ? [] : [error]));
  const sizes = errors.map(Math.abs);
  const mean = (values: number[]) => values.reduce((a, b) => a + b, 0) / Math.max(1, values.length);
  return {
    name,
    count: errors.length,
    mape: mean(sizes),
    median: medianOf(sizes) ?? 0,
    worst: sizes.reduce((a, b) => Math.max(a, b), 0),
    bias: mean(errors),
  };
}

function ownPoint(
  file: KernelFile,
  point: { id: string; seconds: number; spread: number; run_spread?: number },
  predicted: number | null,
): OwnPoint {
  return {
    id: point.id,
    chip: file.chip,
    measured_s: point.seconds,
    predicted_s: predicted,
    error: predicted === null ? null : predicted / point.seconds - 1,
    spread: Math.max(point.spread, point.run_spread ?? 0),
  };
}

/** Kernels by kind, and layers by how they were launched: predicted from the chip's kernel curves against measured. */
export function ownReport(files: readonly KernelFile[] = kernelFiles()): OwnReport {
  const report: OwnReport = { devices: [], kernels: [], layers: [], summary: [] };
  const kinds = new Map<string, OwnPoint[]>();
  const note = (name: string, point: OwnPoint) => kinds.set(name, [...(kinds.get(name) ?? []), point]);
  for (const file of files) {
    report.devices.push({
      chip: file.chip,
      name: file.device.name,
      date: file.date,
      runs: file.method.runs,
      run_spread_median: file.method.run_spread?.median ?? null,
      run_spread_p90: file.method.run_spread?.p90 ?? null,
    });
    const curves = fitCurves(file, chipOf(file));
    if (!curves) continue;
    for (const kernel of file.kernels) {
      const point = ownPoint(file, kernel, kernelSeconds(curves, kernel));
      report.kernels.push(point);
      note(`kernels: ${kernel.kind}${kernel.skew ? ', skewed' : ''}`, point);
    }
    for (const layer of file.layers) {
      const point = ownPoint(file, layer, layerSeconds(curves, layer)?.total ?? null);
      report.layers.push(point);
      note(`layers: ${layer.mode}`, point);
    }
  }
  report.summary = [
    aggregate('kernels', report.kernels),
    aggregate('layers', report.layers),
    ...[...kinds].map(([name, points]) => aggregate(name, points)).filter(({ count }) => count > 0),
  ];
  return report;
}

/** One file: its chip's constants, and how well its curves predict its own kernels and layers. */
export function kernelsReport(file: KernelFile): KernelsReport {
  return { chip: file.chip, constants: kernelConstants(file, chipOf(file)), own: ownReport([file]) };
}
