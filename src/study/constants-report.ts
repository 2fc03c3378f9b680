import type { Case } from '../catalog';
import { CHIP_FAMILIES, type ChipFamily } from '../hardware';
import {
  CONSTANT_NAMES,
  CONSTANTS,
  type ConstantName,
  type ConstantSpec,
  priorConstant,
  resolveConstants,
} from '../step';

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
  const byFamily = <T>(of: (family: ChipFamily) => T) =>
    Object.fromEntries(CHIP_FAMILIES.map((family) => [family, of(family)])) as Record<ChipFamily, T>;
  const inUse = byFamily((family) => resolveConstants(family, {}));
  return {
    constants: CONSTANT_NAMES.map((name) => {
      const { unit, what, sigma, evidence } = CONSTANTS[name];
      const spec: ConstantSpec['values'] = CONSTANTS[name].values;
      return {
        ...{ name, unit, what, sigma, evidence },
        own: CHIP_FAMILIES.filter((family) => spec[family] !== undefined),
        prior: byFamily((family) => priorConstant(name, family)),
        value: byFamily((family) => inUse[family][name]),
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
