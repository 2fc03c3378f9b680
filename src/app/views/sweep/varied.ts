import type { CaseInputs, CaseReport, CompareReport, VaryReport } from '../../../study';
import { formatCount } from '../../../units';
import { bandTraces } from '../../figures/band';
import { clusterColor, DASHES, MARKERS } from '../../figures/palette';
import { rangeAround, rangeFromZero } from '../../figures/range';
import { plainText } from '../../figures/text';
import type { Drawing } from '../../figures/types';
import type { Theme } from '../../state/theme';
import { axisScale } from '../../state/vary';
import { words } from '../../words';
import { axesOf, type Look, lookOf, valueText } from './axes';
import { lineColor } from './colors';
import { hoverOf } from './hover';
import { type Measure, measureOf } from './measures';
import { lineOf, type Row, tableOf } from './rows';

/** Above so many points of a curve their marks run together, and drawing them takes the page's thread. */
const MOST_MARKERS = 60;
/** Ticks are the values themselves while they are few. */
const MOST_TICKS = 14;
/** A curve of more points looks the same, and drawing them takes the page's thread; the table has all. */
const MOST_POINTS = 240;
/** Above so many lines their bands hide one another. */
const MOST_BANDS = 4;

/** What is drawn of a sweep, and how. */
interface Wish {
  look?: Look;
  measure?: Measure;
  /** A sample, whose points no line joins. */
  sampled?: boolean;
  /** More rows are on their way: who points at one waits for the whole. */
  partial?: boolean;
}

interface Line {
  name: string;
  color: string;
  dash: (typeof DASHES)[number];
  symbol: (typeof MARKERS)[number];
  rows: Row[];
}

/** A measure against a varied input: a line and an 80 % band per cluster and value of the second input, and a ring where the cluster is now. */
export function drawVaried(
  report: VaryReport,
  now: CompareReport | null,
  theme: Theme,
  {
    look = lookOf(axesOf(report)),
    measure = measureOf(report, look, 'tokens'),
    sampled = false,
    partial = false,
  }: Wish = {},
): Drawing {
  const { across } = look;
  const lines = sampled
    ? linesOf(report, { ...look, second: null, held: [] }, measure, theme, Number.POSITIVE_INFINITY)
    : linesOf(report, look, measure, theme, MOST_POINTS);
  const banded = !sampled && lines.length <= MOST_BANDS;
  const places = [...new Set(lines.flatMap(({ rows }) => rows.map(({ x }) => x)))];
  const data = lines.flatMap(({ name, color, dash, symbol, rows }, index) => {
    const look = {
      type: 'scatter' as const,
      x: rows.map(({ x }) => x),
      legendgroup: String(index),
      connectgaps: false,
    };
    const dense = rows.length > MOST_MARKERS;
    const curve = {
      ...look,
      name: plainText(name),
      mode: sampled ? ('markers' as const) : dense ? ('lines' as const) : ('lines+markers' as const),
      y: rows.map(({ y }) => y),
      line: { color, width: 2.5, dash },
      marker: { symbol, size: 7, color },
      // A dense line, or one that is drawn again and again while its rows arrive, tells the value alone.
      ...(dense || partial
        ? {
            hovertemplate: `%{x${across.labels ? '' : ':,~r'}}: %{y:.3s} ${measure.axis}<extra>${plainText(name)}</extra>`,
          }
        : {
            hovertext: rows.map((row) => hoverOf(report, across, measure, row)),
            hovertemplate: `%{hovertext}<extra>${plainText(name)}</extra>`,
          }),
    };
    if (!banded || !measure.low) return [curve];
    const [low, high] = [rows.map((row) => row.low), rows.map((row) => row.high)];
    return [...bandTraces(look, color, low, high), curve];
  });
  const numbers = places.filter((place) => typeof place === 'number');
  const circled = rings(report, look, measure, now, theme);
  const log = numbers.every((place) => place > 0);
  const xs = across.labels ? null : rangeAround([...numbers, ...circled.flatMap(({ x }) => x)], log);
  const ys = rangeFromZero([
    ...lines.flatMap(({ rows }) => rows.flatMap(({ y, high }) => [y, banded ? high : null])),
    ...circled.flatMap(({ y }) => y),
  ]);
  return {
    sketch: xs !== null && ys !== null,
    data: [...data, ...circled],
    layout: {
      height: 340 + 10 * Math.max(0, lines.length - 4),
      showlegend: true,
      // What the values of the lines are of.
      legend: look.second && !sampled ? { title: { text: plainText(look.second.what), side: 'top' } } : {},
      xaxis: across.labels
        ? { type: 'category', title: { text: plainText(across.title) } }
        : {
            type: log ? 'log' : 'linear',
            ...(xs ? { range: xs } : {}),
            title: { text: plainText(across.title) },
            ...(places.length > MOST_TICKS
              ? { tickformat: '~s' }
              : { tickvals: numbers, ticktext: numbers.map(formatCount) }),
          },
      yaxis: {
        title: { text: measure.axis },
        tickformat: measure.tickformat,
        ...(ys ? { range: ys } : { rangemode: 'tozero' }),
      },
    },
    rows: report.columns.cluster.length,
    get table() {
      return tableOf(report, axesOf(report), measure, words.figures);
    },
  };
}

/** A line for each cluster, or for each value of the second input of each cluster. */
function linesOf(report: VaryReport, look: Look, measure: Measure, theme: Theme, most: number): Line[] {
  const { second } = look;
  const alone = report.clusters.length === 1;
  return report.clusters.flatMap((cluster, index) => {
    if (!second) {
      const rows = lineOf(report, look, measure, index, null, most);
      return [{ name: cluster, ...clusterLook(theme, index), rows }];
    }
    return second.values.map((value, place) => ({
      name: alone ? valueText(second, value) : `${cluster}, ${valueText(second, value)}`,
      color: alone ? lineColor(theme, place, second.values.length) : clusterColor(theme, index),
      dash: DASHES[place % DASHES.length],
      symbol: MARKERS[place % MARKERS.length],
      rows: lineOf(report, look, measure, index, value, most),
    }));
  });
}

const clusterLook = (theme: Theme, index: number) => ({
  color: clusterColor(theme, index),
  dash: DASHES[index % DASHES.length],
  symbol: MARKERS[index % MARKERS.length],
});

function rings(
  report: VaryReport,
  { across }: Look,
  measure: Measure,
  now: CompareReport | null,
  theme: Theme,
) {
  return (now?.cases ?? []).flatMap((entry, index) => {
    const value = across.labels ? null : inputOf(entry, across.key);
    const y = measure.ofCase(entry);
    if (value === null || y === null || report.clusters[index] !== entry.cluster) return [];
    return [
      {
        type: 'scatter' as const,
        mode: 'markers' as const,
        name: plainText(words.figures.varied.now(entry.cluster)),
        x: [value * axisScale(across.key)],
        y: [y],
        showlegend: false,
        marker: {
          symbol: 'circle-open' as const,
          size: 15,
          color: clusterColor(theme, index),
          line: { width: 2.5 },
        },
        hovertemplate: `${plainText(words.figures.varied.now(entry.cluster))}: ${plainText(measure.say(y))}<extra></extra>`,
      },
    ];
  });
}

const inputs: Record<string, (inputs: CaseInputs) => number | null> = {
  experts: (from) => from.experts,
  top_k: (from) => from.top_k,
  scale_up_bandwidth: (from) => from.scale_up_bytes_per_s,
  scale_out_bandwidth: (from) => from.scale_out_bytes_per_s,
  memory_bandwidth: (from) => from.memory_bandwidth_bytes_per_s,
  sequence: (from) => from.sequence,
  bf16: (from) => from.bf16_flop_per_s,
  global_batch: (from) => from.global_batch_sequences,
};

/** What a cluster's input is as asked, in SI; null for inputs that a report does not repeat. */
export function inputOf(report: CaseReport, key: string): number | null {
  return key === 'chips' ? report.chips : (inputs[key]?.(report.inputs) ?? null);
}
