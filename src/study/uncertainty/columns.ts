import { OUTPUTS, type Output, type RawSamples, rowLength, type Shape } from './types';

/** Samples row by row, for each cluster of each: those at A, then at B (`set` 0 and 1), under one row number. */
export function sampleColumns(
  { clusters, factors }: Shape,
  { rows, values }: RawSamples,
): Record<'row' | 'set' | 'cluster' | Output, Float64Array> {
  const outputs = clusters.length * OUTPUTS.length;
  const length = rowLength({ clusters, factors });
  const count = rows.length * 2 * clusters.length;
  const column = (of: (row: number, set: number, cluster: number) => number) =>
    Float64Array.from({ length: count }, (_, at) => {
      const sample = Math.floor(at / clusters.length);
      return of(Math.floor(sample / 2), sample % 2, at % clusters.length);
    });
  const output = (o: number) =>
    column((row, set, cluster) => values[row * length + set * outputs + cluster * OUTPUTS.length + o]);
  return {
    row: column((row) => rows[row]),
    set: column((_, set) => set),
    cluster: column((_, __, cluster) => cluster),
    ...(Object.fromEntries(OUTPUTS.map((name, o) => [name, output(o)])) as Record<Output, Float64Array>),
  };
}
