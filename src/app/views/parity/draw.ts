import type { ParityReport } from '../../../study';
import { formatNumber } from '../../../units';
import { bandTraces } from '../../figures/band';
import { hoverLines, rangedLines } from '../../figures/hover';
import { clusterColor, inks, MARKERS, PARTS } from '../../figures/palette';
import { plainText } from '../../figures/text';
import type { Drawing } from '../../figures/types';
import { metricText } from '../../report/metric-text';
import type { Theme } from '../../state/theme';
import { words } from '../../words';

type Row = ParityReport['parity'][number];
type Convention = keyof typeof words.parity.ratio.conventions;

const ratioLines = (row: Pick<Row, 'ratio' | 'ratio_interval80'>): string[] =>
  rangedLines(row.ratio, row.ratio_interval80, metricText.forOne, (end) => formatNumber(end));

/** Chips for one chip by the whole run, against what single figures of the datasheets say. */
export function drawRatios(rows: readonly Row[], colors: readonly number[], theme: Theme): Drawing {
  const text = words.parity.ratio;
  const names = Object.keys(text.conventions) as Convention[];
  const shown = rows.map((row, place) => ({ row, place }));
  const end = (row: Row, side: 0 | 1) => row.ratio_interval80?.[side] ?? row.ratio ?? 0;
  return {
    data: [
      {
        type: 'bar',
        orientation: 'h',
        name: text.simulated,
        y: shown.map(({ place }) => place),
        x: rows.map(({ ratio }) => ratio),
        width: 0.45,
        hovertext: rows.map((row) => hoverLines(row.equal_to, ...ratioLines(row))),
        marker: { color: shown.map(({ place }) => clusterColor(theme, colors[place])) },
        error_x: {
          type: 'data',
          symmetric: false,
          array: rows.map((row) => end(row, 1) - (row.ratio ?? 0)),
          arrayminus: rows.map((row) => (row.ratio ?? 0) - end(row, 0)),
          color: inks[theme].text,
          thickness: 1.5,
          width: 6,
        },
        hovertemplate: '%{hovertext}<extra></extra>',
      },
      ...names.flatMap((name, index) =>
        rows.some((row) => row[name] !== null)
          ? [
              {
                type: 'scatter' as const,
                mode: 'markers' as const,
                name: text.conventions[name],
                y: shown.map(({ place }) => place + 0.27 + 0.06 * index),
                x: rows.map((row) => row[name]),
                marker: {
                  symbol: (['star', ...MARKERS] as const)[index],
                  size: 11,
                  color: PARTS[[3, 1, 4, 5, 6][index]][theme],
                  line: { width: 1, color: inks[theme].text },
                },
                hovertext: rows.map((row) => {
                  const ratio = row[name];
                  const said = ratio === null ? null : metricText.forOne(ratio);
                  return hoverLines(row.equal_to, text.conventions[name], said);
                }),
                hovertemplate: '%{hovertext}<extra></extra>',
              },
            ]
          : [],
      ),
    ],
    layout: {
      height: 170 + 76 * rows.length,
      showlegend: true,
      xaxis: { title: { text: text.axis }, rangemode: 'tozero' },
      yaxis: {
        tickmode: 'array',
        tickvals: shown.map(({ place }) => place),
        ticktext: rows.map((row) => plainText(row.equal_to)),
        range: [rows.length - 0.4, -0.5],
        showgrid: false,
        zeroline: false,
      },
    },
    table: {
      head: [
        words.parity.table.cluster,
        text.axis,
        ...words.figures.ends(text.axis),
        ...names.map((name) => text.conventions[name]),
      ],
      rows: rows.map((row) => [
        row.equal_to,
        row.ratio,
        row.ratio_interval80?.[0] ?? null,
        row.ratio_interval80?.[1] ?? null,
        ...names.map((name) => row[name]),
      ]),
    },
  };
}

/** The ratio against the varied input; a line and a band for each cluster. */
export function drawCurve(
  report: ParityReport,
  axis: { name: string; scale: number },
  colors: readonly number[],
  theme: Theme,
): Drawing {
  const text = words.parity;
  const [{ labels }] = report.curve_axes;
  const clusters = [...new Set(report.curve.map((row) => row.equal_to))];
  const x = (row: ParityReport['curve'][number]) =>
    labels ? labels[row.values[0]] : Number((row.values[0] * axis.scale).toPrecision(12));
  const data: Drawing['data'] = clusters.flatMap((cluster, place) => {
    const rows = report.curve.filter((row) => row.equal_to === cluster);
    const color = clusterColor(theme, colors[place]);
    const look = { type: 'scatter' as const, x: rows.map(x), legendgroup: cluster };
    const end = (side: 0 | 1) => rows.map((row) => row.ratio_interval80?.[side] ?? null);
    return [
      ...bandTraces(look, color, end(0), end(1)),
      {
        ...look,
        mode: 'lines+markers' as const,
        name: plainText(cluster),
        y: rows.map((row) => row.ratio),
        line: { color, width: 2.5 },
        marker: { color, size: 8, symbol: MARKERS[colors[place] % MARKERS.length] },
        hovertext: rows.map((row) => hoverLines(`${axis.name}: ${x(row)}`, ...ratioLines(row))),
        hovertemplate: `%{hovertext}<extra>${plainText(cluster)}</extra>`,
      },
    ];
  });
  const places = [...new Set(report.curve.map(x))];
  return {
    data,
    layout: {
      showlegend: true,
      xaxis: labels
        ? { type: 'category', title: { text: axis.name } }
        : {
            type: 'log',
            title: { text: axis.name },
            tickvals: places,
            ticktext: places.map((place) => formatNumber(Number(place), 4)),
          },
      yaxis: { title: { text: text.ratio.axis }, rangemode: 'tozero' },
    },
    table: {
      head: [text.table.cluster, axis.name, text.ratio.axis, ...words.figures.ends(text.ratio.axis)],
      rows: report.curve.map((row) => [
        row.equal_to,
        x(row),
        row.ratio,
        row.ratio_interval80?.[0] ?? null,
        row.ratio_interval80?.[1] ?? null,
      ]),
    },
  };
}
