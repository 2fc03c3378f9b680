import type { ChipFamily } from '../../hardware';
import { type Constants, estimateStep } from '../../step';
import type { Datum } from './data';
import { constantsAt, type Parameter } from './parameters';
import { solveBounded } from './solve';

/** Scatter of repeats and small unknowns, ln units; and where the loss turns from square to linear. */
const NOISE = 0.02;
const ROBUST = 0.12;
const DIFFERENCE = 0.03;
const LONGEST_STEP = 0.5;

/** ln(predicted / measured) of every datum under the parameters. */
export function residuals(
  data: readonly Datum[],
  parameters: readonly Parameter[],
  theta: ArrayLike<number>,
): Float64Array {
  const byFamily = new Map<ChipFamily, Constants>();
  return Float64Array.from(data, ({ setup, plan, family, measured }) => {
    let constants = byFamily.get(family);
    if (!constants) {
      constants = constantsAt(parameters, theta, family);
      byFamily.set(family, constants);
    }
    const stack = { ...setup.stack, constants: { ...constants, ...setup.stack.constants } };
    const step = estimateStep({ ...setup, stack }, plan);
    return Math.log(step.tokensPerSecond / setup.cluster.chips) - measured;
  });
}

/** Forward differences; a parameter of one family leaves the data of others alone. */
function jacobian(
  data: readonly Datum[],
  parameters: readonly Parameter[],
  theta: Float64Array,
  base: Float64Array,
): Float64Array[] {
  return parameters.map((parameter, j) => {
    const moved = Float64Array.from(theta);
    moved[j] += DIFFERENCE;
    const column = new Float64Array(data.length);
    const touched = data.flatMap((datum, i) =>
      parameter.family === 'other' || parameter.family === datum.family ? [i] : [],
    );
    const changed = residuals(
      touched.map((i) => data[i]),
      parameters,
      moved,
    );
    touched.forEach((i, k) => {
      column[i] = (changed[k] - base[i]) / DIFFERENCE;
    });
    return column;
  });
}

/**
 * Maximum a posteriori by Gauss–Newton with reweighting: robust squared residuals plus (θ/σ)² of the priors.
 * Deterministic. Returns ln(value / prior) for each parameter.
 */
export function fitParameters(
  data: readonly Datum[],
  parameters: readonly Parameter[],
  iterations: number,
  start?: Float64Array,
): Float64Array {
  let theta = start ?? new Float64Array(parameters.length);
  for (let iteration = 0; iteration < iterations; iteration++) {
    const r = residuals(data, parameters, theta);
    const columns = jacobian(data, parameters, theta, r);
    const weights = Float64Array.from(
      r,
      (value, i) => data[i].weight / (NOISE * NOISE) / Math.sqrt(1 + (value / ROBUST) ** 2),
    );
    const n = parameters.length;
    const normal = Array.from({ length: n }, () => new Float64Array(n));
    const right = new Float64Array(n);
    for (let a = 0; a < n; a++) {
      const precision = 1 / parameters[a].sigma ** 2;
      for (let b = a; b < n; b++) {
        let sum = 0;
        for (let i = 0; i < data.length; i++) sum += weights[i] * columns[a][i] * columns[b][i];
        normal[a][b] = normal[b][a] = sum;
      }
      normal[a][a] += precision;
      let slope = theta[a] * precision;
      for (let i = 0; i < data.length; i++) slope += weights[i] * columns[a][i] * r[i];
      right[a] = -slope;
    }
    const at = theta;
    const least = Float64Array.from(parameters, (p, i) => Math.max(p.least - at[i], -LONGEST_STEP));
    const most = Float64Array.from(parameters, (p, i) => Math.min(p.most - at[i], LONGEST_STEP));
    const step = solveBounded(normal, right, least, most);
    theta = at.map((value, i) => value + step[i]);
  }
  return theta;
}
