import type { Case } from '../catalog';
import type { ChipFamily } from '../hardware';
import { CONSTANT_NAMES, CONSTANTS, type ConstantName, type ConstantSpec, resolveConstants } from '../step';

const FAMILIES: readonly ChipFamily[] = ['ampere', 'hopper', 'blackwell', 'ascend', 'other'];

/** Every constant of the physics that is no law of nature, and what it is in each cluster of a scenario. */
export interface ConstantsReport {
  constants: {
    name: ConstantName;
    unit: string;
    what: string;
    /** Relative standard deviation. */
    sigma: number;
    evidence: string;
    /** Families whose value is their own; the others have that of `other`. */
    own: ChipFamily[];
    /** Before the fit on measured points, and after it: the value in use. */
    prior: Record<ChipFamily, number>;
    value: Record<ChipFamily, number>;
  }[];
  clusters: {
    cluster: string;
    stack: string;
    family: ChipFamily;
    /** Values in use, the stack's own on top; by name. */
    values: Record<ConstantName, number>;
    /** Names that the stack, or the scenario over it, sets. */
    set: ConstantName[];
  }[];
}

export function constantsReport(cases: readonly Case[]): ConstantsReport {
  const fitted = new Map(FAMILIES.map((family) => [family, resolveConstants(family, {})]));
  const byFamily = (of: (family: ChipFamily) => number) =>
    Object.fromEntries(FAMILIES.map((family) => [family, of(family)])) as Record<ChipFamily, number>;
  return {
    constants: CONSTANT_NAMES.map((name) => {
      const { unit, what, sigma, evidence } = CONSTANTS[name];
      const spec: ConstantSpec['values'] = CONSTANTS[name].values;
      return {
        ...{ name, unit, what, sigma, evidence },
        own: FAMILIES.filter((family) => spec[family] !== undefined),
        prior: byFamily((family) => spec[family] ?? spec.other),
        value: byFamily((family) => fitted.get(family)?.[name] ?? spec.other),
      };
    }),
    clusters: cases.map(({ cluster, setup }) => {
      const { family } = setup.cluster.system.chip;
      const { constants } = setup.stack;
      return {
        ...{ cluster, family, stack: setup.stack.name },
        values: resolveConstants(family, constants),
        set: CONSTANT_NAMES.filter((name) => constants[name] !== undefined),
      };
    }),
  };
}
