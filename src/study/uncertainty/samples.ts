import { joined } from '../joined';
import { sampleColumns } from './columns';
import { column, largestError, outputReports, readings, sortedQuantile } from './summary';
import type { AnyOutput, RawSamples, UncertaintyReport } from './types';

export { sampleColumns };

/** What can be read from samples without the model that they are of, while more of them are on their way. */

/** The finished parts of a question as one report: percentiles and tornado, no indices, as these need many samples. */
export function soFar(parts: readonly UncertaintyReport[]): UncertaintyReport {
  const raw = inOrder({
    rows: joined(parts.map((part) => part.raw.rows)),
    values: joined(parts.map((part) => part.raw.values)),
  });
  const outputs = raw.rows.length > 0 ? outputReports(parts[0], raw) : [];
  return {
    ...parts[0],
    samples: 2 * raw.rows.length,
    converged: false,
    error: largestError(outputs),
    outputs,
    indices: [],
    tornado: parts.flatMap((part) => part.tornado),
    raw,
  };
}

/** Rows by their numbers: parts may be finished in another order. */
function inOrder({ rows, values }: RawSamples): RawSamples {
  const length = values.length / Math.max(1, rows.length);
  const order = [...rows.keys()].sort((a, b) => rows[a] - rows[b]);
  const sorted = new Float64Array(values.length);
  order.forEach((from, to) => {
    sorted.set(values.subarray(from * length, (from + 1) * length), to * length);
  });
  return { rows: Float64Array.from(order, (place) => rows[place]), values: sorted };
}

/** Every sample of one output of one cluster, those at A and B of a row side by side; NaN where nothing fits. */
export function samplesOf(report: UncertaintyReport, cluster: string, output: AnyOutput): Float64Array {
  const reading = readings(report).find((one) => one.cluster === cluster && one.output === output);
  if (!reading) return new Float64Array(0);
  const [a, b] = [0, 1].map((which) => column(report, report.raw, reading, which));
  return Float64Array.from({ length: 2 * a.length }, (_, at) => (at % 2 === 0 ? a : b)[at >> 1]);
}

/** Median and ends of the 80 % interval of the first so many samples. */
interface Settling {
  samples: number;
  p10: number;
  p50: number;
  p90: number;
}

const FIRST_COUNT = 8;
const COUNTS_PER_DOUBLING = 2;

/** How percentiles settled while samples were drawn, at ever larger numbers of them up to all. */
export function settling(values: Float64Array): Settling[] {
  const counts: number[] = [];
  for (let step = 0; ; step++) {
    const count = Math.round(FIRST_COUNT * 2 ** (step / COUNTS_PER_DOUBLING));
    if (count >= values.length) break;
    counts.push(count);
  }
  if (values.length > 1) counts.push(values.length);
  return counts.flatMap((samples) => {
    const sorted = values.slice(0, samples).filter(Number.isFinite).sort();
    if (sorted.length === 0) return [];
    const at = (share: number) => sortedQuantile(sorted, share);
    return [{ samples, p10: at(0.1), p50: at(0.5), p90: at(0.9) }];
  });
}
