import { parsePoints } from '../validate';
import { type IntervalScales, intervalScales } from './conformal';
import { calibrationData, type Datum } from './data';
import { fitParameters, residuals } from './fit';
import { asUnknownFamily, withoutRuns, withoutSource } from './holdout';
import { freeParameters, type Parameter } from './parameters';

export type { IntervalScale, IntervalScales } from './conformal';

export { solvePositive } from './solve';

/** Error of ln residuals as |predicted / measured − 1|. */
export interface FitError {
  name: string;
  count: number;
  mape: number;
  median: number;
  p90: number;
}

export interface Calibration {
  parameters: (Parameter & { value: number })[];
  inSample: FitError[];
  /** Each datum predicted by a fit that never saw its source; empty unless asked for. */
  leftOut: FitError[];
  /** Null unless points were held out. */
  scales: IntervalScales | null;
}

const ITERATIONS = 8;

function fitError(name: string, values: readonly number[]): FitError {
  const sorted = values.map((value) => Math.abs(Math.exp(value) - 1)).sort((a, b) => a - b);
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
  return {
    name,
    count: sorted.length,
    mape: sorted.reduce((a, b) => a + b, 0) / Math.max(1, sorted.length),
    median: at(0.5),
    p90: at(0.9),
  };
}

function summarise(data: readonly Datum[], r: ArrayLike<number>): FitError[] {
  const pick = (test: (datum: Datum) => boolean) => data.flatMap((datum, i) => (test(datum) ? [r[i]] : []));
  const groups = [...new Set(data.map((datum) => datum.group))];
  return [
    fitError(
      'all',
      pick(() => true),
    ),
    fitError(
      'MoE',
      pick((d) => d.moe),
    ),
    fitError(
      'dense',
      pick((d) => !d.moe),
    ),
    fitError(
      'MoE, switches documented',
      pick((d) => d.moe && d.documented),
    ),
    fitError(
      'MoE, switches not documented',
      pick((d) => d.moe && !d.documented),
    ),
    fitError(
      'Ascend',
      pick((d) => d.family === 'ascend'),
    ),
    ...groups.map((group) =>
      fitError(
        `source: ${group}`,
        pick((d) => d.group === group),
      ),
    ),
  ];
}

/**
 * Refits every free constant on the project's judged points. With `holdOut` it also predicts points by fits that did not
 * see them, for the errors and for the scales of the intervals.
 */
export function calibrate(options: { holdOut: boolean; progress?: (message: string) => void }): Calibration {
  const points = parsePoints(null);
  if (!points.ok) throw new Error(points.errors[0].message);
  const data = calibrationData(points.value);
  const parameters = freeParameters(data);
  const say = options.progress ?? (() => undefined);
  say(`fitting ${parameters.length} constants on ${data.length} points`);
  const theta = fitParameters(data, parameters, ITERATIONS);
  const seen = residuals(data, parameters, theta);
  const result: Calibration = {
    parameters: parameters.map((parameter, i) => ({
      ...parameter,
      value: parameter.prior * Math.exp(theta[i]),
    })),
    inSample: summarise(data, seen),
    leftOut: [],
    scales: null,
  };
  if (!options.holdOut) return result;
  const source = withoutSource(data, parameters, theta, say);
  const runs = withoutRuns(data, parameters, theta, say);
  const family = asUnknownFamily(data, parameters, theta);
  return {
    ...result,
    leftOut: summarise(data, source),
    scales: intervalScales(data, { seen, runs, source, family }),
  };
}
