/** One figure of the benchmarks; `unit` is SI, or '' for a count. */
export interface Row {
  id: string;
  name: string;
  value: number;
  unit: '1/s' | 's' | 'B' | '';
  /** What it should be at most. */
  target?: number;
}

export const seconds = () => performance.now() / 1000;

export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** The smallest value that a share `part` of the values is below. */
export const quantile = (values: readonly number[], part: number): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * part))];

/** Wall seconds of `work`, several times after `warm` runs: the median, and the least, which other work disturbs less. */
export function timed(runs: number, warm: number, work: () => void): { median: number; least: number } {
  for (let i = 0; i < warm; i++) work();
  const times = Array.from({ length: runs }, () => {
    const start = seconds();
    work();
    return seconds() - start;
  });
  return { median: median(times), least: Math.min(...times) };
}
