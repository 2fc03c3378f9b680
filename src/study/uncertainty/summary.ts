import { steadyLog } from '../../units';
import { sobolIndices } from '../sampling';
import {
  type AnyOutput,
  type IndexReport,
  OUTPUTS,
  type OutputReport,
  type RawSamples,
  rowLength,
  type Shape,
} from './types';

/** One output of one cluster: how to read it from the outputs of all clusters that begin at `at`. */
interface Reading {
  cluster: string;
  output: AnyOutput;
  read: (values: Float64Array, at: number) => number;
}

export function readings({ clusters }: Shape): Reading[] {
  return clusters.flatMap((cluster, c) => {
    const place = c * OUTPUTS.length;
    const own = OUTPUTS.map(
      (output, o): Reading => ({
        cluster,
        output,
        read: (values, at) => values[at + place + o],
      }),
    );
    const ratio: Reading = {
      cluster,
      output: 'tokens_per_second_ratio',
      read: (values, at) => values[at + place] / values[at],
    };
    return c === 0 ? own : [...own, ratio];
  });
}

/** A column of all rows, of the samples at A, B (0, 1) or mixed (2 and on). */
export function column(
  shape: Shape,
  { rows, values }: RawSamples,
  { read }: Reading,
  which: number,
): Float64Array {
  const length = rowLength(shape);
  const outputs = shape.clusters.length * OUTPUTS.length;
  return Float64Array.from(rows, (_, i) => read(values, i * length + which * outputs));
}

const PERCENTILES = { p5: 0.05, p10: 0.1, p25: 0.25, p50: 0.5, p75: 0.75, p90: 0.9, p95: 0.95 } as const;

/** Value at a share of the way through sorted values, between neighbours linearly. */
export function sortedQuantile(sorted: Float64Array, share: number): number {
  const at = Math.min(sorted.length - 1, Math.max(0, share * sorted.length - 0.5));
  const low = Math.floor(at);
  const high = Math.min(sorted.length - 1, low + 1);
  return sorted[low] + (sorted[high] - sorted[low]) * (at - low);
}

/** Relative standard error of a quantile: half the distance between the order statistics one deviation of the count apart. */
function quantileError(sorted: Float64Array, share: number): number {
  const aside = Math.sqrt((share * (1 - share)) / sorted.length);
  const width = sortedQuantile(sorted, share + aside) - sortedQuantile(sorted, share - aside);
  return Math.abs(width / 2 / sortedQuantile(sorted, share));
}

function outputReport({ cluster, output }: Reading, a: Float64Array, b: Float64Array): OutputReport {
  const all = Float64Array.from([...a, ...b]);
  const finite = all.filter(Number.isFinite).sort();
  const at = Object.fromEntries(
    Object.entries(PERCENTILES).map(([name, share]) => [name, sortedQuantile(finite, share)]),
  ) as Record<keyof typeof PERCENTILES, number>;
  return {
    cluster,
    output,
    mean: finite.reduce((sum, value) => sum + value, 0) / finite.length,
    ...at,
    p10_error: quantileError(finite, 0.1),
    p90_error: quantileError(finite, 0.9),
    infeasible_share: 1 - finite.length / all.length,
  };
}

/** Percentiles of every output, over the samples at A and at B. */
export const outputReports = (shape: Shape, raw: RawSamples): OutputReport[] =>
  readings(shape).map((reading) =>
    outputReport(reading, column(shape, raw, reading, 0), column(shape, raw, reading, 1)),
  );

/** The least sure end of the 80 % intervals of tokens a second; 0 where nothing fits anywhere. */
export const largestError = (outputs: readonly OutputReport[]): number =>
  Math.max(
    0,
    ...outputs
      .filter(({ output, infeasible_share }) => output === 'tokens_per_second' && infeasible_share < 1)
      .flatMap(({ p10_error, p90_error }) => [p10_error, p90_error]),
  );

/** Sobol indices of the logarithm of every output to every factor. */
export function indexReports(shape: Shape, raw: RawSamples, seed: number): IndexReport[] {
  return readings(shape).flatMap((reading) => {
    const logs = (which: number) => column(shape, raw, reading, which).map(steadyLog);
    const mixed = shape.factors.map((_, factor) => logs(2 + factor));
    const indices = sobolIndices({ a: logs(0), b: logs(1), mixed }, seed);
    return indices.map((index, factor) => ({
      cluster: reading.cluster,
      output: reading.output,
      factor: shape.factors[factor].name,
      ...index,
    }));
  });
}
