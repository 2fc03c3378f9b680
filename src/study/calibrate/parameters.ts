import type { ChipFamily } from '../../hardware';
import {
  CONSTANT_NAMES,
  CONSTANTS,
  type ConstantName,
  type ConstantSpec,
  type Constants,
  priorConstant,
} from '../../step';
import { ownConstant } from '../kernels';
import type { Datum } from './data';

/** One free number: a constant of one chip family, as ln(value / prior). */
export interface Parameter {
  name: ConstantName;
  family: ChipFamily;
  prior: number;
  sigma: number;
  /** ln(largest possible value / prior): nothing hides more than all of itself or outruns its line. */
  most: number;
}

/** Largest value of shares by unit; other units are open. */
const LIMITS: Record<string, number> = { 'share hidden': 0.95, 'fraction of line rate': 0.95 };

/**
 * A prior joined with what the project's own kernels say of it, each weighed by the constant's standard deviation: one
 * measured family counts as much as the published tables. `other` hears the chips of families without an entry.
 */
function withOwnMeasurements(name: ConstantName, family: ChipFamily): Pick<Parameter, 'prior' | 'sigma'> {
  const prior = priorConstant(name, family);
  const { sigma } = CONSTANTS[name];
  const spec: ConstantSpec = CONSTANTS[name];
  const own = ownConstant(name, (chip) => (spec.values[chip] === undefined ? 'other' : chip) === family);
  return own === null ? { prior, sigma } : { prior: Math.sqrt(prior * own), sigma: sigma / Math.SQRT2 };
}

/** Constants that throughput says too little about: held at their priors. */
const HELD = /^memory_|^kernel_gap$|^imbalance_comm$|^indexed_permute$/;

export function freeParameters(data: readonly Datum[]): Parameter[] {
  const families = new Set<ChipFamily>(data.map((datum) => datum.family));
  families.add('other');
  return CONSTANT_NAMES.filter((name) => !HELD.test(name)).flatMap((name) => {
    const spec: ConstantSpec = CONSTANTS[name];
    return (Object.keys(spec.values) as ChipFamily[])
      .filter((family) => families.has(family))
      .map((family) => {
        const { prior, sigma } = withOwnMeasurements(name, family);
        return { name, family, prior, sigma, most: Math.log((LIMITS[spec.unit] ?? Infinity) / prior) };
      });
  });
}

/** All constants of a family with the parameters set to `theta`. */
export function constantsAt(
  parameters: readonly Parameter[],
  theta: ArrayLike<number>,
  family: ChipFamily,
): Constants {
  const constants = {} as Constants;
  for (const name of CONSTANT_NAMES) constants[name] = priorConstant(name, family);
  parameters.forEach((parameter, i) => {
    const spec: ConstantSpec = CONSTANTS[parameter.name];
    const own = spec.values[family] === undefined ? 'other' : family;
    if (parameter.family === own) constants[parameter.name] = parameter.prior * Math.exp(theta[i]);
  });
  return constants;
}
