import type { VaryReport } from '../../../study';
import { formatNumber, formatShortCount } from '../../../units';
import { inks } from '../../figures/palette';
import { plainText } from '../../figures/text';
import type { Drawing } from '../../figures/types';
import type { Theme } from '../../state/theme';
import { words } from '../../words';
import { type Axis, axesOf, type Look, tickText } from './axes';
import { CIVIDIS } from './colors';
import { hoverOf } from './hover';
import type { Measure } from './measures';
import { lineOf, tableOf } from './rows';

/** Numbers are written in the cells while there is room for them. */
const WRITTEN_CELLS = 80;

/** With so many values both ways, or so many of several clusters, lines would be a tangle. */
export function isMap({ across, second }: Look, clusters: number): boolean {
  if (!second) return false;
  const [wide, high] = [across.values.length, second.values.length];
  return (wide > 4 && high > 4) || (clusters > 1 && high > 4);
}

/** One cluster's measure over two inputs, a cell for each pair of values. */
export function drawHeat(
  report: VaryReport,
  look: Look & { second: Axis },
  measure: Measure,
  cluster: number,
  theme: Theme,
): Drawing {
  const { across, second } = look;
  const lines = second.values.map((value) => lineOf(report, look, measure, cluster, value));
  const cells = lines.map((rows) =>
    across.values.map((value) => rows.find((row) => row.value === value) ?? null),
  );
  const say = (value: number) =>
    measure.tickformat === '.0%' ? `${formatNumber(100 * value)} %` : formatShortCount(value);
  const known = cells.flat().flatMap((cell) => cell?.y ?? []);
  const [low, high] = [Math.min(...known), Math.max(...known)];
  const written = across.values.length * second.values.length <= WRITTEN_CELLS;
  const text = (of: (typeof cells)[number][number]) =>
    of === null ? '' : of.y === null ? words.figures.varied.noFit : say(of.y);
  return {
    data: [
      {
        type: 'heatmap',
        x: across.values.map((value) => plainText(tickText(across, value))),
        y: second.values.map((value) => plainText(tickText(second, value))),
        z: cells.map((row) => row.map((cell) => cell?.y ?? null)),
        zmin: low,
        zmax: high,
        colorscale: CIVIDIS.map((color, stop) => [stop / (CIVIDIS.length - 1), color]),
        colorbar: {
          title: { text: measure.axis, side: 'right' },
          tickformat: measure.tickformat,
          thickness: 14,
        },
        showscale: !written,
        xgap: 1,
        ygap: 1,
        text: cells.map((row) => row.map(text)),
        ...(written ? { texttemplate: '%{text}' } : {}),
        hovertext: cells.map((row, up) =>
          row.map((cell) =>
            cell ? hoverOf(report, across, measure, cell, { axis: second, value: second.values[up] }) : '',
          ),
        ),
        hovertemplate: '%{hovertext}<extra></extra>',
        hoverongaps: false,
      } as Drawing['data'][number],
    ],
    layout: {
      height: Math.max(340, 150 + 34 * second.values.length),
      showlegend: false,
      xaxis: { type: 'category', title: { text: plainText(across.title) }, tickangle: 0, showgrid: false },
      yaxis: { type: 'category', title: { text: plainText(second.title) }, showgrid: false },
      plot_bgcolor: inks[theme].paper,
    },
    table: tableOf(report, axesOf(report), measure, words.figures),
  };
}
