import type { VaryReport } from '../../../study';
import { type Axis, coordinate, type Look } from './axes';
import type { Measure } from './measures';

export interface Row {
  x: number | string;
  /** Of the input across, in SI or a place among choices. */
  value: number;
  y: number | null;
  low: number | null;
  high: number | null;
  /** Place of the row in the report. */
  at: number;
}

const number = (value: number | undefined) => (value === undefined || Number.isNaN(value) ? null : value);

/**
 * Rows of a cluster, and of one value of the second input, in the order of the input across; at most so many, as far
 * apart as they can be, with both ends.
 */
export function lineOf(
  report: VaryReport,
  look: Look,
  measure: Measure,
  cluster: number,
  second: number | null,
  most = Number.POSITIVE_INFINITY,
): Row[] {
  const across = report.inputs[look.across.column];
  const { values, low, high } = measure;
  const places = placesOf(report, look, cluster, second).sort((a, b) => across[a] - across[b]);
  return evenly(places, most).map((row) => ({
    x: coordinate(look.across, across[row]),
    value: across[row],
    y: number(values[row]),
    low: number(low?.[row]),
    high: number(high?.[row]),
    at: row,
  }));
}

function evenly<T>(items: readonly T[], most: number): readonly T[] {
  if (items.length <= most) return items;
  return Array.from({ length: most }, (_, at) => items[Math.round((at * (items.length - 1)) / (most - 1))]);
}

/** Places of the same rows in the report, in its order. */
export function placesOf(report: VaryReport, look: Look, cluster: number, second: number | null): number[] {
  const clusters = report.columns.cluster;
  const only = look.held.map(({ axis, value }) => ({ column: report.inputs[axis.column], value }));
  if (look.second && second !== null) only.push({ column: report.inputs[look.second.column], value: second });
  const places: number[] = [];
  for (let row = 0; row < clusters.length; row++) {
    if (clusters[row] === cluster && only.every(({ column, value }) => column[row] === value))
      places.push(row);
  }
  return places;
}

/** Every row with all its inputs, what is on show and what the scenario derives. */
export function tableOf(report: VaryReport, axes: readonly Axis[], measure: Measure, heads: TableHeads) {
  const derived = Object.keys(report.derived).filter((name) => `derived ${name}` !== measure.name);
  const { values, low, high } = measure;
  return {
    head: [
      heads.cluster,
      ...axes.map(({ title }) => title),
      measure.axis,
      ...(low ? heads.ends(measure.axis) : []),
      ...derived.map((name) => name.replaceAll('_', ' ')),
    ],
    rows: Array.from(report.columns.cluster, (cluster, row) => [
      report.clusters[cluster],
      ...axes.map((axis) => coordinate(axis, report.inputs[axis.column][row])),
      number(values[row]),
      ...(low ? [number(low[row]), number(high?.[row])] : []),
      ...derived.map((name) => number(report.derived[name][row])),
    ]),
  };
}

interface TableHeads {
  cluster: string;
  ends: (what: string) => string[];
}
