import { parsePoints } from '../validate';
import { calibrationData, type Datum } from './data';
import { fitParameters, residuals } from './fit';
import { freeParameters, type Parameter } from './parameters';

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
}

const ITERATIONS = 8;
const LEFT_OUT_ITERATIONS = 3;

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

/** Residuals of each source's points under a fit without that source. */
function leaveOneOut(
  data: readonly Datum[],
  parameters: readonly Parameter[],
  theta: Float64Array,
  progress: (group: string) => void,
): Float64Array {
  const result = new Float64Array(data.length);
  for (const group of new Set(data.map((datum) => datum.group))) {
    progress(group);
    const rest = data.filter((datum) => datum.group !== group);
    // Half way back to the priors: near enough to converge in few steps, far enough to forget the group.
    const fitted = fitParameters(
      rest,
      parameters,
      LEFT_OUT_ITERATIONS,
      theta.map((value) => value / 2),
    );
    const own = data.filter((datum) => datum.group === group);
    const r = residuals(own, parameters, fitted);
    own.forEach((datum, i) => {
      result[data.indexOf(datum)] = r[i];
    });
  }
  return result;
}

/** Refits every free constant on the project's judged points; optionally predicts each source from all others. */
export function calibrate(options: { leaveOut: boolean; progress?: (message: string) => void }): Calibration {
  const points = parsePoints(null);
  if (!points.ok) throw new Error(points.errors[0].message);
  const data = calibrationData(points.value);
  const parameters = freeParameters(data);
  const say = options.progress ?? (() => undefined);
  say(`fitting ${parameters.length} constants on ${data.length} points`);
  const theta = fitParameters(data, parameters, ITERATIONS);
  return {
    parameters: parameters.map((parameter, i) => ({
      ...parameter,
      value: parameter.prior * Math.exp(theta[i]),
    })),
    inSample: summarise(data, residuals(data, parameters, theta)),
    leftOut: options.leaveOut
      ? summarise(
          data,
          leaveOneOut(data, parameters, theta, (group) => say(`without ${group}`)),
        )
      : [],
  };
}
