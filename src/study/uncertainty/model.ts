import type { Case, FlatRange, OpenInputs, Scenario, UncertainKey } from '../../catalog';
import {
  COMMON_SCALE,
  discrepancies,
  failureRateSpread,
  OTHER_SPREAD,
  PRICE_SPREAD,
  parameterSpread,
} from '../../run';
import { findBestPlan } from '../../search';
import {
  CONSTANT_NAMES,
  CONSTANTS,
  type ConstantName,
  constantOwner,
  constantProbe,
  type Plan,
  resolveConstants,
} from '../../step';
import { steadyExp, steadyLog } from '../../units';
import { meanRate, solveStages } from '../whole-run';
import type { FactorKind, UncertaintyStudy } from './types';

/** One number that is drawn for a sample; standard normal but for inputs, which have ranges. */
interface Variable {
  name: string;
  kind: FactorKind;
  /** Largest effect on the logarithm of a rate, to first order: the more important, the better spread its samples. */
  importance: number;
}

/** What the variables, by their places, do to one cluster. */
export interface ClusterModel {
  item: Case;
  constants: { variable: number; name: ConstantName; value: number; spread: number }[];
  /** Effects on the logarithms of rate, wall time and price that no constant explains. */
  rate: { variable: number; effect: number }[];
  failures: { variable: number; effect: number }[];
  losses: { variable: number; effect: number }[];
  price: { variable: number; effect: number }[];
  /** Mean rate over all stages of a run over that of the main one, with everything in the middle. */
  stages: number;
  /** The best plans with everything in the middle. */
  plans: Plan[];
}

export interface Model {
  open: OpenInputs;
  study: UncertaintyStudy;
  variables: Variable[];
  inputs: { variable: number; key: UncertainKey; cluster: string | null; range: FlatRange }[];
  clusters: ClusterModel[];
  factors: { name: string; kind: FactorKind; variables: number[] }[];
  /** Do inputs change which plans there are, so that each sample needs a search of its own? */
  resized: boolean;
}

/** Constants that are factors of their own; the others are told together. */
const OWN_FACTORS = 6;
/** Best plans of a central search that samples choose among, too. */
const CENTRAL_PLANS = 8;

/** By the scenario, which is kept open from part to part and holds the study too; who asks has an `open` of its own. */
const models = new WeakMap<Scenario, Model>();

/** What is uncertain in a scenario, worked out once. */
export function modelOf(open: OpenInputs, study: UncertaintyStudy): Model {
  const known = models.get(open.base);
  if (known) return known;
  const made = createModel(open, study);
  models.set(open.base, made);
  return made;
}

function createModel(open: OpenInputs, study: UncertaintyStudy): Model {
  const variables: Variable[] = [];
  const places = new Map<string, number>();
  const variable = (name: string, kind: FactorKind, importance: number): number => {
    const place = places.get(name);
    if (place !== undefined) {
      variables[place].importance = Math.max(variables[place].importance, importance);
      return place;
    }
    places.set(name, variables.length);
    return variables.push({ name, kind, importance }) - 1;
  };
  const inputs: Model['inputs'] = [];
  const add = (given: UncertaintyStudy['inputs'], cluster: string | null) => {
    for (const [key, range] of Object.entries(given)) {
      if (range === undefined) continue;
      const name = cluster === null ? key : `${cluster}: ${key}`;
      const place = variable(name, 'input', Number.POSITIVE_INFINITY);
      inputs.push({ variable: place, key: key as UncertainKey, cluster, range });
    }
  };
  add(study.inputs, null);
  for (const [cluster, own] of Object.entries(study.clusters)) add(own, cluster);
  const given = (key: UncertainKey, cluster: string) =>
    inputs.some((input) => input.key === key && (input.cluster === null || input.cluster === cluster));
  const clusters = open.base.cases.map((item) => clusterModel(item, study.constants, given, variable));
  return {
    open,
    study,
    variables,
    inputs,
    clusters,
    factors: factorsOf(variables),
    resized: inputs.some(({ key }) => key === 'chips' || key === 'global_batch'),
  };
}

function clusterModel(
  item: Case,
  sampled: boolean,
  given: (key: UncertainKey, cluster: string) => boolean,
  variable: (name: string, kind: FactorKind, importance: number) => number,
): ClusterModel {
  const { setup, cluster, constraints } = item;
  const { best, top } = findBestPlan(setup, constraints, { top: CENTRAL_PLANS });
  const plans = top.map(({ plan }) => plan);
  const stages = best ? meanRate(item, best, solveStages(item)) / best.tokensPerSecond : 1;
  const model: ClusterModel = {
    item,
    constants: [],
    rate: [],
    failures: [],
    losses: [],
    price: [],
    stages,
    plans,
  };
  if (!sampled || plans.length === 0) return model;
  const { system } = setup.cluster;
  const { base, rateWith } = constantProbe(setup, plans[0]);
  const now = resolveConstants(system.chip.family, setup.stack.constants);
  for (const name of CONSTANT_NAMES) {
    const owner = constantOwner(name, system.chip.family, setup.stack);
    const label = owner === 'other' ? name : `${name} (${owner})`;
    const spread = COMMON_SCALE * CONSTANTS[name].sigma;
    // Both ways: what hides work loses more below than it gains above.
    const moved = [-1, 1].map((side) => rateWith(name, now[name] * steadyExp(side * spread)) / base);
    const effect = Math.max(...moved.map((ratio) => Math.abs(steadyLog(ratio))));
    model.constants.push({ variable: variable(label, 'constant', effect), name, value: now[name], spread });
  }
  for (const { cause, effect } of discrepancies(setup, parameterSpread(setup, plans[0]))) {
    model.rate.push({ variable: variable(cause, 'model', effect), effect });
  }
  const { vendor, id } = system.chip;
  const run = (name: string, effect: number) => ({ variable: variable(name, 'run', effect), effect });
  if (!given('failures_per_1000_node_days', cluster)) {
    model.failures.push(run(`failures ${vendor}`, failureRateSpread(system)));
  }
  if (!given('other_loss', cluster)) model.losses.push(run(`other losses ${cluster}`, OTHER_SPREAD));
  if (!given('usd_per_chip_hour', cluster)) model.price.push(run(`price ${id}`, PRICE_SPREAD));
  return model;
}

/** Inputs and the weightiest constants each, the rest of a kind together. */
function factorsOf(variables: readonly Variable[]): Model['factors'] {
  const all = variables.map((one, place) => ({ ...one, place }));
  const single = ({ name, kind, place }: (typeof all)[number]) => ({ name, kind, variables: [place] });
  const together = (name: string, kind: FactorKind, members: typeof all) =>
    members.length === 0 ? [] : [{ name, kind, variables: members.map(({ place }) => place) }];
  const constants = all
    .filter(({ kind }) => kind === 'constant')
    .sort((a, b) => b.importance - a.importance || a.place - b.place);
  const of = (kind: FactorKind) => all.filter((one) => one.kind === kind);
  return [
    ...of('input').map(single),
    ...constants.slice(0, OWN_FACTORS).map(single),
    ...together('other constants', 'constant', constants.slice(OWN_FACTORS)),
    ...together('model and repeats', 'model', of('model')),
    ...together('run and prices', 'run', of('run')),
  ];
}
