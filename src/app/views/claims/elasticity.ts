import type { ElasticityFigure } from '../../../study';
import { formatNumber } from '../../../units';
import { inks } from '../../figures/palette';
import type { Drawing } from '../../figures/types';
import type { Theme } from '../../state/theme';
import { words } from '../../words';

type Panel = ElasticityFigure['panels'][number];

/** FLOP/s count more: blue; links do: orange; readable with the theme's ink on them. */
const BALANCE: Record<Theme, [string, string, string]> = {
  light: ['#7cc0ee', '#ffffff', '#f0b341'],
  dark: ['#0f5f92', '#161c26', '#8f5f00'],
};

/** Of what links and FLOP/s buy together, the share of links; null where nothing fits. */
const share = (links: number | null, flops: number | null): number | null =>
  links === null || flops === null ? null : links + flops > 0 ? links / (links + flops) : 0.5;

/** One cluster: numbers of experts up, speeds of the chip across, in each cell what links and FLOP/s buy. */
export function drawPanel(figure: ElasticityFigure, panel: Panel, theme: Theme): Drawing {
  const text = words.claims.figure;
  const { experts, speeds } = figure;
  const [low, middle, high] = BALANCE[theme];
  const names = speeds.map((speed) => `× ${formatNumber(speed)}`);
  const cell = (row: number, column: number) => {
    const [links, flops] = [panel.links[row][column], panel.flops[row][column]];
    return links === null || flops === null
      ? { shown: '–', said: text.noFit }
      : {
          shown: `${formatNumber(links, 2)}<br>${formatNumber(flops, 2)}`,
          said: `${text.links} ${formatNumber(links, 2)}<br>${text.flops} ${formatNumber(flops, 2)}`,
        };
  };
  const each = (pick: 'shown' | 'said') =>
    experts.map((_, row) => speeds.map((_, column) => cell(row, column)[pick]));
  return {
    data: [
      {
        type: 'heatmap',
        x: names,
        y: experts.map(String),
        z: experts.map((_, row) => speeds.map((_, at) => share(panel.links[row][at], panel.flops[row][at]))),
        zmin: 0,
        zmax: 1,
        colorscale: [
          [0, low],
          [0.5, middle],
          [1, high],
        ],
        xgap: 2,
        ygap: 2,
        showscale: false,
        text: each('shown'),
        texttemplate: '%{text}',
        textfont: { color: inks[theme].text, size: 12 },
        hovertext: each('said'),
        hovertemplate: `%{y} ${text.experts}, %{x}<br>%{hovertext}<extra></extra>`,
      } as Drawing['data'][number],
    ],
    layout: {
      height: 340,
      xaxis: { type: 'category', title: { text: text.speed }, showgrid: false, side: 'bottom' },
      yaxis: { type: 'category', title: { text: text.experts }, showgrid: false },
    },
    table: {
      head: [text.experts, text.speed, text.head.links, text.head.flops],
      rows: experts.flatMap((count, row) =>
        speeds.map((speed, column) => [count, speed, panel.links[row][column], panel.flops[row][column]]),
      ),
    },
  };
}

/** Where links count more than FLOP/s, cluster by cluster. */
export function elasticitySentence({ experts, speeds, panels }: ElasticityFigure): string {
  const own = speeds.indexOf(1);
  return panels
    .map(({ name, links, flops }) => {
      const more = (row: number, column: number) => (links[row][column] ?? 0) > (flops[row][column] ?? 0);
      const cells = experts.flatMap((_, row) => speeds.map((_, column) => more(row, column)));
      const rows = own < 0 ? [] : experts.filter((_, row) => more(row, own));
      return words.claims.figure.sentence(
        name,
        String(cells.filter(Boolean).length),
        String(cells.length),
        String(rows.length),
        String(experts.length),
      );
    })
    .join(' ');
}
