import type { RuleChangeReport } from '../../../study';
import { formatNumber, formatPercent } from '../../../units';
import { hoverLines, rangedLines } from '../../figures/hover';
import { clusterColor, inks } from '../../figures/palette';
import { plainText, wrapped } from '../../figures/text';
import type { Drawing } from '../../figures/types';
import { metricText } from '../../report/metric-text';
import type { Theme } from '../../state/theme';
import { words } from '../../words';

type Row = RuleChangeReport['rows'][number];
type Span = readonly [number | null, number | null] | null;

interface Measure {
  axis: string;
  value: (row: Row) => number | null;
  interval: (row: Row) => Span;
  /** What the axis counts one of the report's units as. */
  unit: number;
  /** One of the report's values with its unit. */
  say: (value: number) => string;
  /** An end of its interval, beside it. */
  sayEnd: (value: number) => string;
}

/** Bars of one measure, cap by cap, a colour for each cluster; whiskers hold the 80 % interval. */
function drawMeasure(
  report: RuleChangeReport,
  theme: Theme,
  { axis, value, interval, unit, say, sayEnd }: Measure,
): Drawing {
  const clusters = [...new Set(report.rows.map(({ cluster }) => cluster))];
  const caps = [...new Set(report.rows.map(({ cap }) => cap))];
  const end = (row: Row, side: 0 | 1): number =>
    Math.abs((interval(row)?.[side] ?? value(row) ?? 0) - (value(row) ?? 0));
  return {
    data: clusters.map((cluster, index) => {
      const own = report.rows.filter((row) => row.cluster === cluster && value(row) !== null);
      return {
        type: 'bar' as const,
        orientation: 'h' as const,
        name: plainText(cluster),
        y: own.map(({ cap }) => caps.indexOf(cap)),
        x: own.map((row) => unit * (value(row) ?? 0)),
        hovertext: own.map((row) =>
          hoverLines(cluster, row.cap, ...rangedLines(value(row), interval(row), say, sayEnd)),
        ),
        marker: { color: clusterColor(theme, index) },
        error_x: {
          type: 'data' as const,
          symmetric: false,
          array: own.map((row) => unit * end(row, 1)),
          arrayminus: own.map((row) => unit * end(row, 0)),
          color: inks[theme].text,
          thickness: 1.5,
          width: 5,
        },
        hovertemplate: '%{hovertext}<extra></extra>',
      };
    }),
    layout: {
      barmode: 'group',
      height: 150 + caps.length * (22 + 20 * clusters.length),
      showlegend: true,
      xaxis: { title: { text: axis }, rangemode: 'tozero' },
      yaxis: {
        tickmode: 'array',
        tickvals: caps.map((_, at) => at),
        ticktext: caps.map(wrapped),
        range: [caps.length - 0.45, -0.55],
        showgrid: false,
        zeroline: false,
      },
      shapes: [
        {
          type: 'line',
          x0: unit,
          x1: unit,
          yref: 'paper',
          y0: 0,
          y1: 1,
          line: { color: inks[theme].soft, width: 1.5, dash: 'dash' },
        },
      ],
    },
    table: {
      head: [words.caps.table.cluster, words.caps.table.cap, axis, ...words.figures.ends(axis)],
      rows: report.rows.map((row) => {
        const scaled = (at: number | null | undefined) =>
          at === null || at === undefined ? null : unit * at;
        const span = interval(row);
        return [row.cluster, row.cap, scaled(value(row)), scaled(span?.[0]), scaled(span?.[1])];
      }),
    },
  };
}

export const drawLeft = (report: RuleChangeReport, theme: Theme): Drawing =>
  drawMeasure(report, theme, {
    axis: words.caps.caps.axis,
    value: ({ throughput_ratio }) => throughput_ratio,
    interval: ({ throughput_ratio_interval80 }) => throughput_ratio_interval80,
    unit: 100,
    say: formatPercent,
    sayEnd: formatPercent,
  });

/** Chips of the capped kind for one of before. */
export const neededFor = ({ chips_needed, chips_before }: Row): number | null =>
  chips_needed === null || chips_before === null ? null : chips_needed / chips_before;

export const drawNeeded = (report: RuleChangeReport, theme: Theme): Drawing =>
  drawMeasure(report, theme, {
    axis: words.caps.needed.axis,
    value: neededFor,
    interval: ({ chips_needed_interval80: span, chips_before }) =>
      span && chips_before
        ? [span[0] === null ? null : span[0] / chips_before, span[1] === null ? null : span[1] / chips_before]
        : null,
    unit: 1,
    say: metricText.forOne,
    sayEnd: (value) => formatNumber(value),
  });
