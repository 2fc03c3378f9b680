import type { PointReport } from '../../../study';
import { formatNumber } from '../../../units';
import { faded, inks, PARTS } from '../../figures/palette';
import { plainText } from '../../figures/text';
import type { Drawing } from '../../figures/types';
import type { Theme } from '../../state/theme';
import { words } from '../../words';
import { choices, type Filter, filterValue } from './filter';

const MOST = 24;

const TICKS = [0.01, 0.1, 0.5, 1, 2, 10, 100, 1000];

/**
 * Predicted over measured by chip, source, software or model: a box for each, the most frequent first. On a log axis,
 * as half and double are equally wrong and runs with unknown settings are off by whole factors.
 */
export function drawResiduals(points: readonly PointReport[], by: Filter, theme: Theme): Drawing {
  const text = words.validation;
  const names = choices(points, by)
    .slice(0, MOST)
    .map(([name]) => name);
  const errors = (name: string) =>
    points.flatMap((point) =>
      filterValue(point, by) === name && point.error !== null ? [{ point, percent: 100 * point.error }] : [],
    );
  const color = PARTS[0][theme];
  return {
    data: names.map((name, place) => {
      const own = errors(name);
      return {
        type: 'box' as const,
        orientation: 'h' as const,
        name: plainText(name),
        x: own.map(({ percent }) => 1 + percent / 100),
        y: own.map(() => place),
        customdata: own.map(({ point }) => point.id),
        text: own.map(({ point, percent }) => `${plainText(point.id)}: ${signed(percent)}`),
        boxpoints: 'all' as const,
        jitter: 0.5,
        pointpos: 0,
        width: 0.7,
        fillcolor: faded(color, 0.15),
        line: { color, width: 1.5 },
        marker: { color: faded(color, 0.6), size: 4 },
        hovertemplate: '%{text}<extra></extra>',
      };
    }),
    layout: {
      height: Math.max(320, 110 + 26 * names.length),
      showlegend: false,
      hovermode: 'closest',
      xaxis: {
        title: { text: text.residual.axis },
        type: 'log',
        tickmode: 'array',
        tickvals: TICKS,
        ticktext: TICKS.map((ratio) => formatNumber(ratio)),
        tickangle: 0,
      },
      shapes: [
        {
          type: 'line',
          x0: 1,
          x1: 1,
          yref: 'paper',
          y0: 0,
          y1: 1,
          line: { color: inks[theme].soft, width: 1.5, dash: 'dash' },
        },
      ],
      yaxis: {
        tickmode: 'array',
        tickvals: names.map((_, place) => place),
        ticktext: names.map((name) => plainText(`${name} (${errors(name).length})`)),
        range: [names.length - 0.4, -0.6],
        showgrid: false,
      },
    },
    table: {
      head: [text[by], text.columns.count, text.columns.median, text.columns.mape, text.columns.worst],
      rows: names.map((name) => {
        const sizes = errors(name)
          .map(({ percent }) => Math.abs(percent))
          .sort((a, b) => a - b);
        const mean = sizes.reduce((sum, size) => sum + size, 0) / Math.max(1, sizes.length);
        return [name, sizes.length, sizes[Math.floor(sizes.length / 2)] ?? null, mean, sizes.at(-1) ?? null];
      }),
    },
  };
}

const signed = (percent: number) => `${percent > 0 ? '+' : ''}${formatNumber(percent)} %`;
