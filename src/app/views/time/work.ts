import type { CaseReport, ExplainReport } from '../../../study';
import { formatSeconds } from '../../../units';
import { fill, RESOURCE_LOOK } from '../../figures/palette';
import { plainText } from '../../figures/text';
import type { Drawing } from '../../figures/types';
import type { Theme } from '../../state/theme';
import { words } from '../../words';

type Resource = keyof NonNullable<CaseReport['elasticity']>;

const MOST = 14;

/** The longest pieces of work of one step on the busiest rank, hidden work included, by what they use. */
export function drawWork(report: ExplainReport, cluster: number, theme: Theme): Drawing {
  const text = words.time.work;
  const { resource } = words.answer;
  const resources = Object.keys(resource) as Resource[];
  const name = report.cases[cluster]?.cluster;
  const detail = report.details.find((entry) => entry.cluster === name);
  const sorted = [...(detail?.work ?? [])]
    .filter(({ seconds }) => seconds > 0)
    .sort((a, b) => b.seconds - a.seconds);
  const shown = sorted.slice(0, MOST);
  const used = resources.filter((kind) => shown.some((piece) => piece.resource === kind));
  return {
    data: used.map((kind) => {
      const pieces = shown.flatMap((piece, place) => (piece.resource === kind ? [{ piece, place }] : []));
      return {
        type: 'bar' as const,
        orientation: 'h' as const,
        name: resource[kind],
        y: pieces.map(({ place }) => place),
        x: pieces.map(({ piece }) => piece.seconds),
        width: pieces.map(() => 0.75),
        text: pieces.map(({ piece }) => plainText(piece.label)),
        textposition: 'none' as const,
        marker: fill(RESOURCE_LOOK[kind], theme),
        customdata: pieces.map(({ piece }) => formatSeconds(piece.seconds)),
        hovertemplate: '%{text}: %{customdata}<extra></extra>',
      };
    }),
    layout: {
      height: 420,
      barmode: 'overlay',
      showlegend: true,
      xaxis: { title: { text: text.axis }, rangemode: 'tozero' },
      yaxis: {
        tickmode: 'array',
        tickvals: shown.map((_, place) => place),
        ticktext: shown.map(({ label }) => plainText(label)),
        range: [shown.length - 0.5, -0.5],
        showgrid: false,
      },
    },
    table: {
      head: [text.work, text.uses, text.axis],
      rows: sorted.map(({ label, resource: kind, seconds }) => [label, resource[kind], seconds]),
    },
  };
}
