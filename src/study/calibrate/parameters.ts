import type { ChipFamily } from '../../hardware';
import {
  CONSTANT_NAMES,
  CONSTANTS,
  type ConstantName,
  type ConstantSpec,
  type Constants,
  constantEntry,
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
  /** ln(smallest and largest value / prior): near its evidence, and nothing hides more than all of itself or outruns its line. */
  least: number;
  most: number;
}

/** Largest value of shares by unit; other units are open. */
const LIMITS: Record<string, number> = {
  'share hidden': 0.95,
  'fraction of line rate': 0.95,
  'fraction of HBM bandwidth': 0.95,
};
/** Standard deviations of its evidence that a constant may lie away from it: beyond, it stands for something else. */
const FURTHEST = 4;

/**
 * A prior joined with what the project's own kernels say of it, each weighed by the constant's standard deviation: one
 * measured family counts as much as the published tables. `other` hears the chips of families without an entry.
 */
function withOwnMeasurements(name: ConstantName, family: ChipFamily): Pick<Parameter, 'prior' | 'sigma'> {
  const prior = priorConstant(name, family);
  const { sigma } = CONSTANTS[name];
  const own = ownConstant(name, (chip) => constantEntry(name, chip) === family);
  return own === null ? { prior, sigma } : { prior: Math.sqrt(prior * own), sigma: sigma / Math.SQRT2 };
}

/** Constants that throughput says too little about: held at their priors. */
const HELD = /^memory_|^kernel_gap$|^imbalance_comm$|^indexed_permute$/;

export function freeParameters(data: readonly Datum[]): Parameter[] {
  return CONSTANT_NAMES.filter((name) => !HELD.test(name)).flatMap((name) => {
    const spec: ConstantSpec = CONSTANTS[name];
    return (Object.keys(spec.values) as ChipFamily[])
      .filter((family) => data.some((datum) => constantEntry(name, datum.family) === family))
      .map((family) => {
        const { prior, sigma } = withOwnMeasurements(name, family);
        const most = Math.min(FURTHEST * sigma, Math.log((LIMITS[spec.unit] ?? Infinity) / prior));
        return { name, family, prior, sigma, least: -FURTHEST * sigma, most };
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
    const { name, prior } = parameter;
    if (parameter.family === constantEntry(name, family)) constants[name] = prior * Math.exp(theta[i]);
  });
  return constants;
}
