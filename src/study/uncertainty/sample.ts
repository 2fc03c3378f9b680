import { type Case, limitsOfField } from '../../catalog';
import { type RunAssumptions, runTotals } from '../../run';
import { CONSTANTS, type ConstantName, type Plan, planRanks, type Setup } from '../../step';
import { steadyExp } from '../../units';
import { normalQuantile } from '../sampling';
import { quantile } from './distribution';
import type { ClusterModel, Model } from './model';
import { OUTPUTS } from './types';

/** Probabilities of the variables of one sample, in the order of the model. */
export type Draw = Float64Array;

/** The middle of every variable. */
export const centralDraw = ({ variables }: Model): Draw => new Float64Array(variables.length).fill(0.5);

/** The cases with the inputs of a draw; null where they contradict each other. */
export function drawnCases({ open, inputs }: Model, draw: Draw): Case[] | null {
  if (inputs.length === 0) return open.base.cases;
  const changes = inputs.map(({ variable, key, cluster, range }) => {
    const { least, most, whole } = limitsOfField(key);
    const drawn = quantile(range, draw[variable]);
    return { key, cluster, value: Math.min(most, Math.max(least, whole ? Math.round(drawn) : drawn)) };
  });
  const made = open.change(changes, ['study', 'inputs']);
  return made.ok ? made.value.cases : null;
}

/** Nothing hides more than all of it, and no router is more even than even. */
function bounded(name: ConstantName, value: number): number {
  if (name.startsWith('imbalance_') && name !== 'imbalance_comm') return Math.max(1, value);
  const { unit } = CONSTANTS[name];
  return unit.startsWith('share') || unit.startsWith('fraction') ? Math.min(1, value) : value;
}

/** The setup with the constants of a draw. */
export function drawnSetup({ constants }: ClusterModel, { setup }: Case, draw: Draw): Setup {
  if (constants.length === 0) return setup;
  const drawn = { ...setup.stack.constants };
  for (const { variable, name, value, spread } of constants) {
    drawn[name] = bounded(name, value * steadyExp(spread * normalQuantile(draw[variable])));
  }
  return { ...setup, stack: { ...setup.stack, constants: drawn } };
}

const sumOf = (effects: ClusterModel['rate'], draw: Draw): number =>
  effects.reduce((sum, { variable, effect }) => sum + effect * normalQuantile(draw[variable]), 0);

/** Writes the outputs of one cluster: what the plan's rate comes to in a whole run under the draw. */
export function writeOutputs(
  to: Float64Array,
  at: number,
  cluster: ClusterModel,
  item: Case,
  planned: { plan: Plan; tokensPerSecond: number } | null,
  draw: Draw,
): void {
  if (!planned) {
    to.fill(Number.NaN, at, at + OUTPUTS.length);
    return;
  }
  const { setup } = item;
  const working = planRanks(planned.plan) / setup.cluster.system.chip.dies;
  const rate = planned.tokensPerSecond * steadyExp(sumOf(cluster.rate, draw));
  const run: RunAssumptions = {
    ...item.run,
    failuresPer1000NodeDays: item.run.failuresPer1000NodeDays * steadyExp(sumOf(cluster.failures, draw)),
  };
  const totals = runTotals(setup, rate * cluster.stages, working, run);
  const longer = steadyExp(sumOf(cluster.losses, draw));
  to[at] = rate;
  to[at + 1] = totals.days * longer;
  to[at + 2] = totals.costUsd * longer * steadyExp(sumOf(cluster.price, draw));
  to[at + 3] = totals.energyJoules * longer;
}
