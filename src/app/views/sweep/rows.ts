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

/** Rows of a cluster, and of one value of the second input, in the order of the input across. */
export function lineOf(
  report: VaryReport,
  look: Look,
  measure: Measure,
  cluster: number,
  second: number | null,
): Row[] {
  const across = report.inputs[look.across.column];
  const along = look.second && second !== null ? report.inputs[look.second.column] : null;
  const rows: Row[] = [];
  for (let row = 0; row < across.length; row++) {
    if (report.columns.cluster[row] !== cluster) continue;
    if (along && along[row] !== second) continue;
    if (look.held.some(({ axis, value }) => report.inputs[axis.column][row] !== value)) continue;
    rows.push({
      x: coordinate(look.across, across[row]),
      value: across[row],
      y: number(measure.values[row]),
      low: number(measure.low?.[row]),
      high: number(measure.high?.[row]),
      at: row,
    });
  }
  return rows.sort((a, b) => a.value - b.value);
}

/** Every row with all its inputs, what is on show and what the scenario derives. */
export function tableOf(report: VaryReport, axes: readonly Axis[], measure: Measure, heads: TableHeads) {
  const derived = Object.keys(report.derived).filter((name) => `derived ${name}` !== measure.name);
  const bounds = measure.low !== null;
  return {
    head: [
      heads.cluster,
      ...axes.map(({ title }) => title),
      measure.axis,
      ...(bounds ? heads.ends(measure.axis) : []),
      ...derived.map((name) => name.replaceAll('_', ' ')),
    ],
    rows: Array.from(report.columns.cluster, (cluster, row) => [
      report.clusters[cluster],
      ...axes.map((axis) => coordinate(axis, report.inputs[axis.column][row])),
      number(measure.values[row]),
      ...(bounds ? [number(measure.low?.[row]), number(measure.high?.[row])] : []),
      ...derived.map((name) => number(report.derived[name][row])),
    ]),
  };
}

interface TableHeads {
  cluster: string;
  ends: (what: string) => string[];
}
