import { type Assumptions, type Case, type FlatQuantity, loadScenario } from '../../catalog';
import { durationFactors, durationSpread, goodputOf, throughputSpread } from '../../run';
import { createSizer } from '../../search';
import { RESOURCES, type Resource, scaleResource } from '../../step';
import { ok, type Result, SECONDS_PER_DAY } from '../../units';
import { solveCase } from '../case';
import type { CaseReport } from '../types';
import { exact, type Figure } from './figure';

type TrainingQuantity = Extract<FlatQuantity, { kind: 'training' }>;

const NETWORK: readonly Resource[] = ['scale_up_bandwidth', 'scale_out_bandwidth'];

/** The scenario that a quantity stands for: what `compare` would be asked. */
const trainingScenario = (of: TrainingQuantity, chips = of.chips) => ({
  question: of.id,
  model: of.model,
  training: of.training,
  clusters: [{ name: of.id, system: of.system, chips, stack: of.stack }],
  ...(of.plan === undefined ? {} : { plan: of.plan }),
});

/** The same for a reader: with a name for the cluster; null where no comparison has the figure. */
export function comparisonScenario(
  of: TrainingQuantity,
  question: string,
): { [key: string]: unknown } | null {
  if (of.take === 'chips_within' || Object.keys(of.resources).length > 0) return null;
  const { clusters, ...rest } = trainingScenario(of);
  const [cluster] = clusters;
  const system = typeof of.system === 'string' ? of.system : of.id;
  return {
    ...rest,
    question,
    clusters: [{ ...cluster, name: `${of.chips.toLocaleString('en-US')} ${system}` }],
  };
}

function caseOf(of: TrainingQuantity, assumptions: Assumptions, chips?: number): Result<Case> {
  const scenario = loadScenario({ file: of.id, value: trainingScenario(of, chips) });
  if (!scenario.ok) return scenario;
  const [one] = scenario.value.cases;
  let { setup } = one;
  for (const resource of RESOURCES) {
    const factor = (assumptions.resources[resource] ?? 1) * (of.resources[resource] ?? 1);
    if (factor !== 1) setup = scaleResource(setup, resource, factor);
  }
  return ok({ ...one, setup });
}

/** How well achieved rates are known: elasticities are given over this factor either way, FLOP/s and links apart. */
const RATE_SPREAD = 1.2;

/** A point of the elasticities' interval: the factors on computing and on all links. */
const SPREAD: readonly (readonly [number, number])[] = [
  [RATE_SPREAD, 1],
  [1 / RATE_SPREAD, 1],
  [1, RATE_SPREAD],
  [1, 1 / RATE_SPREAD],
];

/** Solved cases of one claim, by what they were asked. */
export type Solved = Map<string, CaseReport>;

/** A figure of a training run, with its 80 % interval; null where the run does not fit. */
export function trainingFigure(
  of: TrainingQuantity,
  assumptions: Assumptions,
  solved: Solved,
): Result<Figure | null> {
  if (of.take === 'chips_within') return chipsWithin(of, assumptions);
  const { take, id, ...asked } = of;
  const key = JSON.stringify(asked);
  let report = solved.get(key);
  if (!report) {
    const one = caseOf(of, assumptions);
    if (!one.ok) return one;
    report = solveCase(one.value).report;
    solved.set(key, report);
  }
  const figure = figureOf(report, take);
  if (figure === null || !take.startsWith('elasticity')) return ok(figure);
  return around(of, assumptions, solved, key, figure);
}

/** An elasticity with what it becomes where the rates are off by as much as they may be. */
function around(
  of: TrainingQuantity,
  assumptions: Assumptions,
  solved: Solved,
  key: string,
  figure: Figure,
): Result<Figure> {
  if (of.take === 'chips_within') return ok(figure);
  const ends = [figure.value];
  for (const [flops, links] of SPREAD) {
    const near = `${key} ${flops} ${links}`;
    let report = solved.get(near);
    if (!report) {
      const one = caseOf(of, assumptions);
      if (!one.ok) return one;
      let setup = scaleResource(one.value.setup, 'flops', flops);
      for (const link of NETWORK) setup = scaleResource(setup, link, links);
      report = solveCase({ ...one.value, setup }, { top: 1 }).report;
      solved.set(near, report);
    }
    const value = figureOf(report, of.take)?.value;
    if (value !== undefined) ends.push(value);
  }
  return ok({ value: figure.value, low: Math.min(...ends), high: Math.max(...ends) });
}

function figureOf(
  report: CaseReport,
  take: Exclude<TrainingQuantity['take'], 'chips_within'>,
): Figure | null {
  if (take === 'feasible') return exact(report.feasible ? 1 : 0);
  const { elasticity, time_s: parts, interval80, step_time_s: step, tokens_per_second: rate } = report;
  if (!elasticity || !parts || !interval80 || !step || !rate) return null;
  const [low, high] = interval80.tokens_per_second;
  const withRate = (value: number | null): Figure | null =>
    value === null ? null : { value, low: (value * low) / rate, high: (value * high) / rate };
  const plain = (value: number | null) => (value === null ? null : exact(value));
  switch (take) {
    case 'days':
      return { value: report.days ?? Number.NaN, low: interval80.days[0], high: interval80.days[1] };
    case 'cost_usd':
      return {
        value: report.cost_usd ?? Number.NaN,
        low: interval80.cost_usd[0],
        high: interval80.cost_usd[1],
      };
    case 'energy_j':
      return report.energy_j === null
        ? null
        : {
            value: report.energy_j,
            low: (report.energy_j * rate) / high,
            high: (report.energy_j * rate) / low,
          };
    case 'mfu':
    case 'tokens_per_second':
    case 'tokens_per_second_per_chip':
    case 'model_flops_per_chip':
      return withRate(report[take]);
    case 'memory_bytes_per_chip':
      return plain(report.memory_bytes_per_chip);
    case 'share_network':
      return exact((parts.scale_up + parts.scale_out) / step);
    case 'share_bubble':
      return exact(parts.bubble / step);
    case 'elasticity_network':
      return exact(NETWORK.reduce((sum, resource) => sum + elasticity[resource], 0));
    case 'elasticity_flops':
      return exact(elasticity.flops);
    case 'elasticity_memory_bandwidth':
      return exact(elasticity.memory_bandwidth);
    case 'elasticity_scale_up_bandwidth':
      return exact(elasticity.scale_up_bandwidth);
    case 'elasticity_scale_out_bandwidth':
      return exact(elasticity.scale_out_bandwidth);
  }
}

const MOST_CHIPS = 1e7;

/** The fewest whole nodes that finish within `of.within`, for the central estimate and both ends of its interval. */
function chipsWithin(of: TrainingQuantity, assumptions: Assumptions): Result<Figure | null> {
  const within = of.within ?? 90 * SECONDS_PER_DAY;
  const one = caseOf(of, assumptions);
  if (!one.ok) return one;
  const { setup, constraints, run } = one.value;
  const { cluster, training } = setup;
  const node = cluster.system.chipsPerNode;
  const sizer = createSizer(setup, constraints, Math.floor(MOST_CHIPS / node) * node);
  /** With every run `factor` times as long, which may depend on the chips at work. */
  const fewest = (factor: (chips: number) => number) =>
    sizer.fewest((chips) => (training.tokens / goodputOf(chips, run) / within) * factor(chips));
  const whole = ({ chips }: { chips: number }) => Math.ceil(chips / node) * node;
  const value = fewest(() => 1);
  if (value === null) return ok(null);
  const spread = durationSpread(throughputSpread(setup, value.plan));
  const [low, high] = [0, 1].map((end) =>
    fewest((chips) => durationFactors({ ...cluster, chips }, spread, run)[end]),
  );
  return ok({
    value: whole(value),
    low: whole(low ?? value),
    high: high ? whole(high) : Number.POSITIVE_INFINITY,
  });
}
