import { formatBandwidth, formatNumber, steadyExp, steadyLog } from '../../units';
import { words } from '../../words';
import type { VaryReport } from '../sweep/types';
import { changeText, daysOf, inputText, nameText, placeText, rateOf } from './numbers';

type Axis = VaryReport['axes'][number];

/** The most values that are gone through one by one. */
const MOST_STEPS = 10;
const HALF = 0.5;

/**
 * What each value of each input does by itself against the first values; of two inputs also what is left at each value of
 * the first with the best of the second; and where the rate halves.
 */
export function stepTexts(
  report: VaryReport,
  rows: readonly number[],
  cluster: string,
  /** The rate at the first values was told before. */
  told: boolean,
): string[] {
  const axes = report.axes.filter((axis) => axis.cluster === null || axis.cluster === cluster);
  const [base] = rows;
  const along = axes.map((axis) => ({ axis, rows: lineOf(report, axes, rows, base, axis) }));
  const count = along.reduce((sum, line) => sum + line.rows.length - 1, 0);
  if (count < 2 || count > MOST_STEPS) return [];
  const say = words().reading;
  const each = along.flatMap(({ axis, rows: line }) => {
    const of = measure(report, line);
    return line
      .slice(1)
      .map((at) => say.stepTo(of.text(base, at), placeText(axis, report.inputs[axis.column][at])));
  });
  const place = say.list(axes.map((axis) => placeText(axis, report.inputs[axis.column][base])));
  return [
    say.steps(
      nameText(cluster),
      told ? place : say.at(rateOf(report.columns, base), daysOf(report.columns, base), place),
      each,
    ),
    ...bestOfSecond(report, axes, rows, base),
    ...along.flatMap(({ axis, rows: line }) => halfText(report, axis, line, cluster)),
  ];
}

/** Rows that differ from the base in one input alone, the base first; none where the table is no grid. */
const lineOf = (
  { inputs }: VaryReport,
  axes: readonly Axis[],
  rows: readonly number[],
  base: number,
  { column }: Axis,
): number[] =>
  rows.filter((at) =>
    axes.every((axis) => axis.column === column || inputs[axis.column][at] === inputs[axis.column][base]),
  );

/** How a row stands against another: in its rate, or in the time of the run where the input leaves the rate as it is. */
function measure({ columns }: VaryReport, line: readonly number[]) {
  const { tokens_per_second: rate, days } = columns;
  const moves = line.some((at) => Math.abs(rate[at] / rate[line[0]] - 1) > 1e-9);
  const say = words().reading;
  return {
    text: (from: number, to: number): string =>
      moves ? changeText(rate[from], rate[to]) : say.timeChange(changeText(days[from], days[to])),
  };
}

/** At each value of the first of two inputs, what the best value of the second leaves of the base's rate. */
function bestOfSecond(
  report: VaryReport,
  axes: readonly Axis[],
  rows: readonly number[],
  base: number,
): string[] {
  if (axes.length !== 2) return [];
  const [first, second] = axes;
  const { inputs, columns } = report;
  const { tokens_per_second: rate } = columns;
  const seconds = lineOf(report, axes, rows, base, second);
  if (!seconds.some((at) => rate[at] > rate[base] * 1.01)) return [];
  const say = words().reading;
  const each = lineOf(report, axes, rows, base, first)
    .slice(1)
    .map((at) => {
      const own = rows.filter((row) => inputs[first.column][row] === inputs[first.column][at]);
      const best = own.reduce((most, row) => (rate[row] > rate[most] ? row : most));
      return say.stepTo(changeText(rate[base], rate[best]), placeText(first, inputs[first.column][at]));
    });
  return [say.bestOf(inputText(second), each)];
}

/** Where the rate passes half of what it is at the first value, between two values of a number, on logarithms. */
function halfText(
  { inputs, columns }: VaryReport,
  axis: Axis,
  line: readonly number[],
  cluster: string,
): string[] {
  if (axis.labels !== null) return [];
  const share = (at: number) => columns.tokens_per_second[at] / columns.tokens_per_second[line[0]];
  const next = line.findIndex((at) => share(at) < HALF);
  if (next < 1) return [];
  const [a, b] = [line[next - 1], line[next]];
  const way = steadyLog(share(a) / HALF) / steadyLog(share(a) / share(b));
  const [from, to] = [a, b].map((at) => inputs[axis.column][at]);
  if (!(from > 0 && to > 0)) return [];
  const value = from * steadyExp(way * steadyLog(to / from));
  const amount = axis.unit === 'B/s' ? formatBandwidth(Number(value.toPrecision(2))) : formatNumber(value, 2);
  const say = words().reading;
  return [say.halves(nameText(cluster), say.amountOf(amount, inputText(axis)))];
}
