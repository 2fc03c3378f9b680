import { type Case, RUN_KEYS } from '../../catalog';
import type { Candidate } from '../../search';
import { sobolPoint } from '../sampling';
import type { Model } from './model';
import { createPlanning, Planner, type Planning } from './planner';
import { type Draw, drawnCases, drawnSetup, writeOutputs } from './sample';
import { OUTPUTS, type RawSamples, rowLength } from './types';

/** Of so many rows one is searched for whole, at A and B; the others choose among the plans found. */
const SEARCH_EVERY = 2;

/** Rows that a part has: few at first, so that there is soon something to show. */
const FIRST_PARTS = [1, 1, 2, 4];
const ROWS_IN_PART = 8;

/** First row of each part, and the end. */
export function partBounds(rows: number): number[] {
  const bounds = [0];
  for (let part = 0; bounds[part] < rows; part++) {
    bounds.push(Math.min(rows, bounds[part] + (FIRST_PARTS[part] ?? ROWS_IN_PART)));
  }
  return bounds;
}

/** Places of the variables in the sequence, the weightiest first; B follows A. */
function dimensionsOf({ variables }: Model): number[] {
  const order = variables
    .map(({ importance }, place) => ({ importance, place }))
    .sort((a, b) => b.importance - a.importance || a.place - b.place);
  const dimensions = new Array<number>(variables.length);
  // A and B of one variable side by side, as later dimensions are less well spread.
  order.forEach(({ place }, rank) => {
    dimensions[place] = 2 * rank;
  });
  return dimensions;
}

function drawOf(model: Model, dimensions: readonly number[], row: number, side: 0 | 1): Draw {
  const { seed } = model.study;
  return Float64Array.from(dimensions, (dimension) => sobolPoint(dimension + side, row, seed));
}

/** A sample of all clusters: cases as drawn, and their plans. */
interface Sample {
  draw: Draw;
  cases: Case[] | null;
  planned: (Candidate | null)[];
}

/** Runs rows `from` to `to` of the sequence. */
export function runRows(model: Model, from: number, to: number): { raw: RawSamples; planning: Planning } {
  const { clusters, factors } = model;
  const planning = createPlanning();
  const planners = clusters.map(({ plans }) => new Planner(planning, plans));
  const dimensions = dimensionsOf(model);
  const numbers = Array.from({ length: to - from }, (_, i) => from + i);
  const whole = (row: number) => model.resized || row % SEARCH_EVERY === 0;
  const sampleOf = (draw: Draw, search: boolean): Sample => {
    const cases = drawnCases(model, draw);
    const planned = clusters.map((cluster, c) => {
      if (!cases || cluster.plans.length === 0) return null;
      const setup = drawnSetup(cluster, cases[c], draw);
      return search ? planners[c].search(setup, cases[c]) : planners[c].screen(setup, cases[c]);
    });
    return { draw, cases, planned };
  };
  const samples = new Map<number, [Sample, Sample]>();
  // Searched rows first: what they find is what the others choose among.
  for (const search of [true, false]) {
    for (const row of numbers) {
      if (whole(row) !== search) continue;
      const side = (at: 0 | 1) => sampleOf(drawOf(model, dimensions, row, at), search);
      samples.set(row, [side(0), side(1)]);
    }
    if (search && !model.resized) for (const planner of planners) planner.check();
  }
  const outputs = clusters.length * OUTPUTS.length;
  const length = rowLength(model);
  const values = new Float64Array(numbers.length * length);
  const write = ({ draw, cases, planned }: Sample, at: number) => {
    clusters.forEach((cluster, c) => {
      const item = cases?.[c] ?? cluster.item;
      writeOutputs(values, at + c * OUTPUTS.length, cluster, item, cases && planned[c], draw);
    });
  };
  const planningTouched = factors.map(({ variables }) => touches(model, variables));
  numbers.forEach((row, i) => {
    const [a, b] = samples.get(row) as [Sample, Sample];
    write(a, i * length);
    write(b, i * length + outputs);
    factors.forEach(({ variables }, factor) => {
      const draw = Float64Array.from(a.draw);
      for (const variable of variables) draw[variable] = b.draw[variable];
      const moved = planningTouched[factor];
      const cases = moved.inputs ? drawnCases(model, draw) : a.cases;
      const planned = clusters.map((cluster, c) => {
        if (!moved.clusters[c]) return a.planned[c];
        if (!cases || cluster.plans.length === 0) return null;
        const setup = drawnSetup(cluster, cases[c], draw);
        return model.resized ? planners[c].search(setup, cases[c]) : planners[c].screen(setup, cases[c]);
      });
      write({ draw, cases, planned }, i * length + (2 + factor) * outputs);
    });
  });
  return { raw: { rows: Float64Array.from(numbers), values }, planning };
}

/** Inputs that a run's length and cost depend on, but no step. */
const AFTER_THE_STEP: readonly string[] = ['tokens', 'power_per_chip', ...RUN_KEYS];

/** Whether a set of variables changes inputs at all, and the step of which clusters. */
function touches(model: Model, variables: readonly number[]): { inputs: boolean; clusters: boolean[] } {
  const inputs = model.inputs.filter(({ variable }) => variables.includes(variable));
  const steps = inputs.filter(({ key }) => !AFTER_THE_STEP.includes(key));
  return {
    inputs: inputs.length > 0,
    clusters: model.clusters.map(
      ({ item, constants }) =>
        steps.some(({ cluster }) => cluster === null || cluster === item.cluster) ||
        constants.some(({ variable }) => variables.includes(variable)),
    ),
  };
}
