import { formatTokensPerSecond } from '../../../units';
import { inks, RESOURCE_LOOK } from '../../figures/palette';
import type { Drawing } from '../../figures/types';
import type { Theme } from '../../state/theme';
import { words } from '../../words';
import { variedNames } from '../sweep/names';
import type { Grid, Resource } from './grid';
import { placeText } from './place';

/** Which resource limits the best plan over two inputs: a hue and a letter for each, lines of equal speed over it. */
export function drawMap(
  grid: Grid,
  keys: { x: string; y: string },
  now: { x: number; y: number } | null,
  theme: Theme,
): Drawing {
  const text = words.map;
  const resource = words.answer.resource;
  const names = Object.keys(resource) as Resource[];
  const colors = names.map((name) => RESOURCE_LOOK[name][theme]);
  const steps = colors.flatMap((color, index): [number, string][] => [
    [index / colors.length, color],
    [(index + 1) / colors.length, color],
  ]);
  const { x, y } = grid;
  const label = (held: number | null) => (held === null ? text.noFit : resource[names[held]]);
  return {
    data: [
      {
        type: 'heatmap',
        x,
        y,
        z: grid.held,
        zmin: -0.5,
        zmax: names.length - 0.5,
        colorscale: steps,
        opacity: 0.55,
        xgap: 1,
        ygap: 1,
        showscale: false,
        text: grid.held.map((row) => row.map((held) => (held === null ? '' : text.letters[names[held]]))),
        texttemplate: '%{text}',
        textfont: { color: inks[theme].text, size: 13 },
        hovertext: grid.held.map((row, up) =>
          row.map((held, across) => {
            const rate = grid.rate[up][across];
            const speed = rate === null ? '' : `<br>${formatTokensPerSecond(rate)}`;
            const place = text.cell(placeText(keys.x, x[across]), placeText(keys.y, y[up]));
            return `${place}<br>${text.limited} ${label(held)}${speed}`;
          }),
        ),
        hoverinfo: 'text',
      } as Drawing['data'][number],
      {
        type: 'contour',
        x,
        y,
        z: grid.rate.map((row) => row.map((rate) => (rate === null ? null : Math.log10(rate)))),
        contours: { coloring: 'none', showlabels: false },
        ncontours: 8,
        line: { color: inks[theme].text, width: 1.2 },
        showscale: false,
        showlegend: false,
        hoverinfo: 'skip',
      } as Drawing['data'][number],
      ...names.flatMap((name, index) =>
        grid.held.some((row) => row.includes(index))
          ? [
              {
                type: 'scatter' as const,
                mode: 'markers' as const,
                name: `${text.letters[name]}: ${resource[name]}`,
                x: [null],
                y: [null],
                marker: { symbol: 'square' as const, size: 13, color: colors[index], opacity: 0.7 },
              },
            ]
          : [],
      ),
      ...(now
        ? [
            {
              type: 'scatter' as const,
              mode: 'markers' as const,
              name: text.now,
              x: [now.x],
              y: [now.y],
              marker: { symbol: 'star' as const, size: 17, color: inks[theme].text },
              hovertemplate: `${text.now}<extra></extra>`,
            },
          ]
        : []),
    ],
    layout: {
      height: 480,
      showlegend: true,
      hovermode: 'closest',
      xaxis: {
        type: 'log',
        title: { text: variedNames(keys.x).axis },
        showgrid: false,
        tickformat: '~s',
        dtick: 'D2',
      },
      yaxis: {
        type: 'log',
        title: { text: variedNames(keys.y).axis },
        showgrid: false,
        tickformat: '~s',
        dtick: 'D2',
      },
    },
    table: {
      head: [
        variedNames(keys.x).axis,
        variedNames(keys.y).axis,
        words.figures.metrics.tokens.axis,
        text.limited,
      ],
      rows: y.flatMap((up, row) =>
        x.map((across, place) => [across, up, grid.rate[row][place], label(grid.held[row][place])]),
      ),
    },
  };
}
