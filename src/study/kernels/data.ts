import files from 'virtual:kernels';
import { z } from 'zod';
import { catalogChip, catalogIds } from '../../catalog';
import type { Chip } from '../../hardware';
import { errorOf, fail, nearest, ok, type Result } from '../../units';
import { words } from '../../words';
import { fitCurves } from './curves';
import { KERNEL_FORMAT, type KernelCurves, type KernelFile } from './types';

/** The curves' grids take a moment for each point: bounded work for files of strangers. */
const MOST_POINTS = 5000;

const positive = z.number().positive();
const count = z.number().nonnegative();
const row = { id: z.string(), seconds: positive, spread: count, run_spread: count.optional() };

const fileSchema = z.object({
  format: z.literal(KERNEL_FORMAT),
  date: z.string(),
  chip: z.string(),
  device: z.object({
    name: z.string(),
    driver: z.string().nullable(),
    torch: z.string(),
    cuda: z.string().nullable(),
  }),
  method: z.object({
    runs: positive,
    run_spread: z.object({ median: count, p90: count, worst: count }).optional(),
  }),
  kernels: z
    .array(
      z.object({
        ...row,
        kind: z.enum(['launch', 'gemm', 'grouped', 'attention', 'vector']),
        op: z.string(),
        dtype: z.string(),
        flops: count,
        bytes: count,
        m: positive.optional(),
        n: positive.optional(),
        k: positive.optional(),
        experts: positive.optional(),
        skew: count.optional(),
        scaling: z.string().optional(),
        accumulation: z.string().optional(),
        sequence: positive.optional(),
        key: positive.optional(),
        value: positive.optional(),
        backend: z.string().optional(),
        kernels: positive.optional(),
      }),
    )
    .max(MOST_POINTS),
  layers: z
    .array(
      z.object({
        ...row,
        model: z.string(),
        ep: positive,
        local_experts: positive,
        tokens: positive,
        sequence: positive,
        mode: z.enum(['eager', 'graph']),
        backend: z.string(),
        peak_bytes: count,
      }),
    )
    .max(MOST_POINTS),
});

/** A file of tests/device/measure.py from its text. */
export function parseKernels(json: string): Result<KernelFile> {
  const bad = (path: string, message: string, expected: string, near: string | null = null) =>
    fail<KernelFile>(errorOf('kernels', message, expected, { path, nearest: near }));
  const say = words().study.kernels;
  let data: unknown;
  try {
    data = JSON.parse(json);
  } catch (error) {
    return bad('', words().study.points.notJson((error as Error).message), say.file);
  }
  const checked = fileSchema.safeParse(data);
  if (!checked.success) {
    const [{ path, message }] = checked.error.issues;
    const at = path.join('.');
    return bad(at, at === '' ? message : `${at}: ${message}`, say.file);
  }
  const file = checked.data;
  const chips = catalogIds('chips');
  if (!chips.includes(file.chip))
    return bad('chip', say.noChip(file.chip), say.chipId, nearest(file.chip, chips));
  return ok(file);
}

/** The project's own measurements, one file a chip. */
export function kernelFiles(): KernelFile[] {
  return files as unknown as KernelFile[];
}

export const chipOf = (file: KernelFile): Chip => catalogChip(file.chip);

const fitted = new WeakMap<KernelFile, { curves: KernelCurves | null }>();

/** Efficiency curves of the file's chip, fitted when they are first asked for. */
export function curvesOf(file: KernelFile): KernelCurves | null {
  const known = fitted.get(file);
  if (known) return known.curves;
  const curves = fitCurves(file, chipOf(file));
  fitted.set(file, { curves });
  return curves;
}
