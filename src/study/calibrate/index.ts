import { summariseErrors } from '../statistics';
import type { ErrorSummary } from '../types';
import { parsePoints } from '../validate';
import { type IntervalScales, intervalScales } from './conformal';
import { calibrationData, type Datum } from './data';
import { fitParameters, residuals } from './fit';
import { asUnknownFamily, withoutRuns, withoutSource } from './holdout';
import { freeParameters, type Parameter } from './parameters';

export type { IntervalScale, IntervalScales } from './conformal';

export interface Calibration {
  parameters: (Parameter & { value: number })[];
  inSample: ErrorSummary[];
  /** Each datum predicted by a fit that never saw its source; empty unless asked for. */
  leftOut: ErrorSummary[];
  /** Null unless points were held out. */
  scales: IntervalScales | null;
}

const ITERATIONS = 8;

/** Of ln residuals, as |predicted / measured − 1|. */
const fitError = (name: string, values: readonly number[]): ErrorSummary =>
  summariseErrors(
    name,
    values.map((value) => Math.exp(value) - 1),
  );

function summarise(data: readonly Datum[], r: ArrayLike<number>): ErrorSummary[] {
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
      'switches documented',
      pick((d) => d.documented),
    ),
    fitError(
      'switches not documented',
      pick((d) => !d.documented),
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
