import { RESOURCES } from '../../step';
import { formatCount, formatNumber, steadyExp, steadyLog } from '../../units';
import { words } from '../../words';
import type { VaryReport } from '../types';
import { changeText, daysText, placeText, rateText } from './numbers';

/** The report of a table with its notes and its reading. */
export function readVary(report: VaryReport): VaryReport {
  const noted = { ...report, notes: varyNotes(report) };
  return { ...noted, reading: varyReading(noted) };
}

/** One paragraph about a sweep: how each cluster moves, where its limit turns, which input matters most. */
function varyReading(report: VaryReport): string {
  const { axes, clusters, columns } = report;
  const rows = Array.from(columns.row, (_, at) => at);
  const fits = rows.filter((at) => Number.isFinite(columns.tokens_per_second[at]));
  const ofCluster = clusters.map((_, cluster) => fits.filter((at) => columns.cluster[at] === cluster));
  const say = words().reading;
  if (fits.length === 0) return say.noneFits;
  const curve = axes.length === 1 && axes[0].labels === null;
  return [
    ...ofCluster.flatMap((own, cluster) =>
      own.length === 0
        ? []
        : curve
          ? curveText(report, own, clusters[cluster])
          : [extremes(report, own, clusters[cluster])],
    ),
    ...(axes.length > 1 ? [matters(report, fits)] : []),
    ...(curve ? [] : [limitsText(columns, fits)]),
    ...derivedTexts(report, ofCluster),
    ...(fits.length < rows.length
      ? [say.notFitting(formatCount(rows.length - fits.length), formatCount(rows.length))]
      : []),
    ...report.notes,
  ].join(' ');
}

/** What a table lacks without a sign of it: steps that came to the same number, cells that have none. */
function varyNotes({ axes, derived, columns }: VaryReport): string[] {
  const say = words().reading;
  const fits = Array.from(columns.tokens_per_second, Number.isFinite);
  const rows = fits.filter(Boolean).length;
  return [
    ...axes
      .filter(({ repeated }) => repeated > 0)
      .map(({ column, repeated }) => say.repeated(column, formatCount(repeated))),
    ...Object.entries(derived).flatMap(([name, values]) => {
      const empty = values.filter((value, at) => fits[at] && !Number.isFinite(value)).length;
      return empty === 0 ? [] : [say.undefinedCells(name, formatCount(empty), formatCount(rows))];
    }),
  ];
}

/** Along one input: the ends, the best place if it lies between them, and where the limit turns. */
function curveText({ axes: [axis], inputs, columns }: VaryReport, rows: number[], cluster: string): string[] {
  const say = words().reading;
  const place = (at: number) => placeText(axis, inputs[axis.column][at]);
  const rate = columns.tokens_per_second;
  const sorted = [...rows].sort((a, b) => inputs[axis.column][a] - inputs[axis.column][b]);
  const first = sorted[0];
  const last = sorted[sorted.length - 1];
  const best = sorted.reduce((least, at) => (columns.days[at] < columns.days[least] ? at : least));
  const ends = say.curve(
    cluster,
    place(first),
    place(last),
    `${rateText(rate[first])}, ${daysText(columns.days[first])}`,
    `${rateText(rate[last])}, ${daysText(columns.days[last])}`,
    changeText(rate[first], rate[last]),
  );
  const inside = best !== first && best !== last;
  const turn = sorted.findIndex(
    (at, i) => i > 0 && columns.bottleneck[at] !== columns.bottleneck[sorted[i - 1]],
  );
  return [
    `${ends}.`,
    ...(inside
      ? [say.peakAt(cluster, place(best), `${rateText(rate[best])}, ${daysText(columns.days[best])}`)]
      : []),
    ...(turn > 0
      ? [
          say.crossing(
            cluster,
            place(sorted[turn]),
            limit(columns, sorted[turn - 1]),
            limit(columns, sorted[turn]),
          ),
        ]
      : []),
  ];
}

/** "The limit is computing rate in 8 rows and scale-out bandwidth in 4." */
function limitsText(columns: VaryReport['columns'], rows: readonly number[]): string {
  const say = words().reading;
  const counts = RESOURCES.map((resource, place) => ({
    resource: words().cli.resource[resource],
    count: rows.filter((at) => columns.bottleneck[at] === place).length,
  })).filter(({ count }) => count > 0);
  counts.sort((a, b) => b.count - a.count);
  return say.limitRows(counts.map(({ resource, count }) => say.inRows(resource, formatCount(count))));
}

const limit = (columns: VaryReport['columns'], at: number): string =>
  words().cli.resource[RESOURCES[columns.bottleneck[at]]];

function extremes(report: VaryReport, rows: readonly number[], cluster: string): string {
  const say = words().reading;
  const { tokens_per_second: rate, days } = report.columns;
  const best = rows.reduce((least, at) => (days[at] < days[least] ? at : least));
  const worst = rows.reduce((most, at) => (days[at] > days[most] ? at : most));
  const place = (at: number) =>
    say.list(
      report.axes
        .filter(({ cluster: only }) => only === null || only === cluster)
        .map((axis) => placeText(axis, report.inputs[axis.column][at])),
    );
  const top = say.best(cluster, rateText(rate[best]), daysText(days[best]), place(best));
  if (days[worst] <= days[best] * 1.0005) return `${top}.`;
  const ratio = formatNumber(days[worst] / days[best]);
  return `${top}, ${say.worst(rateText(rate[worst]), daysText(days[worst]), place(worst), ratio)}.`;
}

/** Largest over smallest geometric mean of the time of a run among the values of one input, the others taking all of theirs. */
function effectOf(
  { inputs, columns, clusters }: VaryReport,
  column: string,
  rows: readonly number[],
): number {
  const sums = new Map<string, { sum: number; count: number }>();
  for (const at of rows) {
    const key = `${columns.cluster[at]} ${inputs[column][at]}`;
    const entry = sums.get(key) ?? { sum: 0, count: 0 };
    entry.sum += steadyLog(columns.days[at]);
    entry.count += 1;
    sums.set(key, entry);
  }
  const spreads = clusters.map((_, cluster) => {
    const means = [...sums]
      .filter(([key]) => key.startsWith(`${cluster} `))
      .map(([, { sum, count }]) => sum / count);
    return means.length === 0 ? 0 : Math.max(...means) - Math.min(...means);
  });
  return steadyExp(Math.max(...spreads));
}

function matters(report: VaryReport, fits: readonly number[]): string {
  const say = words().reading;
  const effects = report.axes
    .map(({ column }) => ({ name: column.replaceAll('_', ' '), factor: effectOf(report, column, fits) }))
    .sort((a, b) => b.factor - a.factor);
  const [first, ...rest] = effects;
  const others = rest.map(({ name, factor }) => say.input(name, formatNumber(factor)));
  return say.matters(first.name, formatNumber(first.factor), say.others(others));
}

function derivedTexts({ derived, clusters }: VaryReport, ofCluster: readonly number[][]): string[] {
  return Object.entries(derived).flatMap(([name, values]) =>
    ofCluster.flatMap((rows, cluster) => {
      const own = rows.map((at) => values[at]).filter(Number.isFinite);
      if (own.length === 0) return [];
      const [low, high] = [Math.min(...own), Math.max(...own)].map((value) => formatNumber(value, 4));
      return [words().reading.derived(name.replaceAll('_', ' '), clusters[cluster], low, high)];
    }),
  );
}
