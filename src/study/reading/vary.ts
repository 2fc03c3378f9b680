import { RESOURCES } from '../../step';
import { formatCount, formatNumber, steadyExp, steadyLog } from '../../units';
import { words } from '../../words';
import type { VaryReport } from '../types';
import { changeText, daysOf, inputText, nameText, placeOf, placeText, rateOf } from './numbers';
import { stepTexts } from './steps';

/** The report of a table with its notes and its reading. `models`: what each cluster trains, where that is not varied. */
export function readVary(report: VaryReport, models: readonly string[] = []): VaryReport {
  const noted = { ...report, notes: varyNotes(report) };
  return { ...noted, reading: varyReading(noted, models) };
}

/**
 * One paragraph about a sweep: how each cluster moves from the first values on, where its limit turns, what each value
 * does.
 */
function varyReading(report: VaryReport, models: readonly string[]): string {
  const { axes, clusters, columns } = report;
  const rows = Array.from(columns.row, (_, at) => at);
  const fits = rows.filter((at) => Number.isFinite(columns.tokens_per_second[at]));
  const ofCluster = clusters.map((_, cluster) => fits.filter((at) => columns.cluster[at] === cluster));
  const say = words().reading;
  if (fits.length === 0) return say.noneFits;
  const curve = axes.length === 1 && axes[0].labels === null;
  const steps = ofCluster.map((own, cluster) =>
    own.length === 0 ? [] : stepTexts(report, own, clusters[cluster], curve),
  );
  return [
    ...ofCluster.flatMap((own, cluster) => {
      if (own.length === 0) return [];
      const name = clusters[cluster];
      return curve
        ? [...curveText(report, own, name), ...steps[cluster]]
        : [...steps[cluster], extremes(report, own, name)];
    }),
    ...(fits.length > clusters.length ? [say.shareDoubt] : []),
    ...(axes.length > 1 && steps.flat().length === 0 ? [matters(report, fits)] : []),
    ...(curve ? [] : ofCluster.flatMap((own, cluster) => limitsText(report, own, clusters[cluster]))),
    ...derivedTexts(report, ofCluster),
    ...modelsText(clusters, models),
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

/** What each cluster trains, where that is not the same. */
function modelsText(clusters: readonly string[], models: readonly string[]): string[] {
  const say = words().reading;
  if (new Set(models).size < 2) return [];
  return [
    say.differ(
      [say.work.model],
      models.map((model, at) => say.onCluster(model, '', nameText(clusters[at]))),
    ),
  ];
}

/** Along one input: the ends, the best place if it lies between them, and where the limit turns. */
function curveText({ axes: [axis], inputs, columns }: VaryReport, rows: number[], cluster: string): string[] {
  const say = words().reading;
  const place = (at: number) => placeText(axis, inputs[axis.column][at]);
  const rate = columns.tokens_per_second;
  const sorted = [...rows].sort((a, b) => inputs[axis.column][a] - inputs[axis.column][b]);
  // As written: where the question begins is where its answer does.
  const [first] = rows;
  const last = rows[rows.length - 1];
  const best = sorted.reduce((least, at) => (columns.days[at] < columns.days[least] ? at : least));
  const ends = say.curve(
    cluster,
    place(first),
    place(last),
    `${rateOf(columns, first)}, ${daysOf(columns, first)}`,
    `${rateOf(columns, last)}, ${daysOf(columns, last)}`,
    changeText(rate[first], rate[last]),
  );
  const inside = best !== first && best !== last;
  const turn = sorted.findIndex(
    (at, i) => i > 0 && columns.bottleneck[at] !== columns.bottleneck[sorted[i - 1]],
  );
  return [
    ends,
    ...(inside
      ? [say.peakAt(cluster, place(best), `${rateOf(columns, best)}, ${daysOf(columns, best)}`)]
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

/** The most rows whose places are told. */
const FEW_ROWS = 2;

/** "On H100 the limit is computing rate in 11 rows, scale-out bandwidth at 1,024 experts and 12.5 GB/s." */
function limitsText(report: VaryReport, rows: readonly number[], cluster: string): string[] {
  const say = words().reading;
  const counts = RESOURCES.map((resource, place) => ({
    resource: words().cli.resource[resource],
    held: rows.filter((at) => report.columns.bottleneck[at] === place),
  })).filter(({ held }) => held.length > 0);
  if (counts.length === 0) return [];
  counts.sort((a, b) => b.held.length - a.held.length);
  if (counts.length === 1) return [say.limitThroughout(nameText(cluster), counts[0].resource)];
  const parts = counts.map(({ resource, held }, at) =>
    at > 0 && held.length <= FEW_ROWS
      ? say.limitAt(resource, held.map((row) => placeOf(report, row, cluster)).join('; '))
      : say.inRows(resource, formatCount(held.length)),
  );
  return [say.limitRows(nameText(cluster), parts)];
}

const limit = (columns: VaryReport['columns'], at: number): string =>
  words().cli.resource[RESOURCES[columns.bottleneck[at]]];

function extremes(report: VaryReport, rows: readonly number[], cluster: string): string {
  const say = words().reading;
  const { days } = report.columns;
  const best = rows.reduce((least, at) => (days[at] < days[least] ? at : least));
  const worst = rows.reduce((most, at) => (days[at] > days[most] ? at : most));
  const { columns } = report;
  const place = (at: number) => placeOf(report, at, cluster);
  const top = say.best(nameText(cluster), rateOf(columns, best), daysOf(columns, best), place(best));
  if (days[worst] <= days[best] * 1.0005) return say.bestOnly(top);
  const ratio = formatNumber(days[worst] / days[best]);
  return say.bestAndWorst(
    top,
    say.worst(rateOf(columns, worst), daysOf(columns, worst), place(worst), ratio),
  );
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
    .map((axis) => ({ name: inputText(axis), factor: effectOf(report, axis.column, fits) }))
    .sort((a, b) => b.factor - a.factor);
  const [first, ...rest] = effects;
  const others = rest.map(({ name, factor }) => say.input(name, formatNumber(factor)));
  return say.matters(first.name, formatNumber(first.factor), say.others(others));
}

function derivedTexts(report: VaryReport, ofCluster: readonly number[][]): string[] {
  const { derived, clusters } = report;
  return Object.entries(derived).flatMap(([name, values]) =>
    ofCluster.flatMap((rows, cluster) => {
      const own = rows.filter((at) => Number.isFinite(values[at]));
      if (own.length === 0) return [];
      const [least, most] = [
        own.reduce((best, at) => (values[at] < values[best] ? at : best)),
        own.reduce((best, at) => (values[at] > values[best] ? at : best)),
      ];
      const shown = (at: number) => formatNumber(values[at], 4);
      const place = (at: number) => placeOf(report, at, clusters[cluster]);
      return [
        words().reading.derived(
          ...([name.replaceAll('_', ' '), nameText(clusters[cluster])] as const),
          ...([shown(least), place(least), shown(most), place(most)] as const),
        ),
      ];
    }),
  );
}
