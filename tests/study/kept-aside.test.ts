import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { at } from '../../scripts/project.mjs';
import { runTask } from './run-task';

const text = (name: string) => readFileSync(at('scenarios/measured', name), 'utf8');

interface Point {
  id: string;
  source_ref: string;
  model: string;
  hardware_chip: string;
  tokens_per_sec_per_chip?: number;
  step_time_s?: number;
  gbs?: number;
  seq?: number;
  n_chips?: number;
}
const points = (name: string): Point[] => JSON.parse(text(name)).points;

const report = () => runTask<'validate'>({ kind: 'validate', pointsJson: text('kept-aside.json') });

test('runs kept aside are not among those that the constants were fitted on', () => {
  const key = (point: Point) =>
    `${point.source_ref}|${point.model}|${point.hardware_chip}|${point.tokens_per_sec_per_chip}`;
  const fitted = new Set(points('points.json').flatMap((point) => [point.id, key(point)]));
  const both = points('kept-aside.json').filter((point) => fitted.has(point.id) || fitted.has(key(point)));
  expect(both.map(({ id }) => id)).toEqual([]);
  expect(new Set(points('kept-aside.json').map(({ id }) => id)).size).toBe(points('kept-aside.json').length);
});

/** Tokens per second per chip, printed or from the step. */
function rate(point: Point): number | null {
  const { tokens_per_sec_per_chip, step_time_s, gbs, seq, n_chips } = point;
  if (tokens_per_sec_per_chip) return tokens_per_sec_per_chip;
  return step_time_s && gbs && seq && n_chips ? (gbs * seq) / step_time_s / n_chips : null;
}

test('no run kept aside is a run of the fit that another source copied', () => {
  const fitted = points('points.json');
  const copies = points('kept-aside.json').flatMap((point) => {
    const own = rate(point);
    if (own === null) return [];
    const twin = fitted.find((other) => {
      const theirs = rate(other);
      const same =
        other.hardware_chip === point.hardware_chip &&
        other.n_chips === point.n_chips &&
        other.model.toLowerCase() === point.model.toLowerCase();
      return same && theirs !== null && Math.abs(theirs / own - 1) < 1e-3;
    });
    return twin ? [`${point.id} = ${twin.id}`] : [];
  });
  expect(copies).toEqual([]);
});

test('every run kept aside is predicted, with an interval', () => {
  const missing = report().points.filter((point) => point.predicted === null || point.interval80 === null);
  expect(missing.map(({ id, reason }) => `${id}: ${reason}`)).toEqual([]);
  expect(report().judged).toBeGreaterThan(200);
});

test('the step model holds on runs it never saw: a blunder in a switch or a plan shows here first', () => {
  const { mape, median, subsets } = report();
  // Found at first: 11.1 % in the mean; 10.1 % and 7.7 % with the documented facts that were missing. The limits are
  // an alarm, not the claim.
  expect(mape).toBeLessThan(0.12);
  expect(median).toBeLessThan(0.09);
  const mixtures = subsets.find(({ name }) => name === 'MoE');
  expect(mixtures?.count).toBeGreaterThan(45);
  expect(mixtures?.mape).toBeLessThan(0.18);
});
