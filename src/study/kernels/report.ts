import { summariseErrors } from '../statistics';
import type { KernelsReport } from '../types';
import { kernelConstants } from './constants';
import { curvesOf, kernelFiles } from './data';
import { layerSeconds } from './layer';
import { kernelSeconds } from './seconds';
import type { KernelFile, OwnAggregate, OwnPoint, OwnReport } from './types';

function aggregate(name: string, points: readonly OwnPoint[]): OwnAggregate {
  const errors = points.flatMap(({ error }) => (error === null ? [] : [error]));
  const bias = errors.reduce((a, b) => a + b, 0) / Math.max(1, errors.length);
  return { ...summariseErrors(name, errors), bias };
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
    const curves = curvesOf(file);
    if (!curves) continue;
    for (const kernel of file.kernels) {
      const point = ownPoint(file, kernel, kernelSeconds(curves, kernel));
      report.kernels.push(point);
      note(`kernels: ${kernel.kind}${kernel.skew ? ', skewed' : ''}`, point);
    }
    for (const layer of file.layers) {
      const point = ownPoint(file, layer, layerSeconds(curves, layer));
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
  return { chip: file.chip, constants: kernelConstants(file), own: ownReport([file]) };
}
