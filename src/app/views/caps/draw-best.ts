import type { BestChipReport } from '../../../study';
import { clusterColor, inks, PARTS } from '../../figures/palette';
import { plainText, wrapped } from '../../figures/text';
import type { Drawing } from '../../figures/types';
import type { Theme } from '../../state/theme';
import { words } from '../../words';

type Cluster = BestChipReport['clusters'][number];
type Design = Cluster['unrestricted'];

interface NamedDesign {
  name: string;
  design: Design;
}

/** The chips of a cluster's answer that nobody makes, the unrestricted one last. */
export function designsOf(
  { best, best_against, unrestricted }: Cluster,
  against: string | null,
): NamedDesign[] {
  const text = words.caps.best;
  return [
    ...best.map((design, at) => ({ name: text.legal(at + 1), design })),
    ...(best_against && against ? [{ name: text.forAgainst(against), design: best_against }] : []),
    { name: text.free, design: unrestricted },
  ];
}

/** Share of the unrestricted best that each chip keeps, for the scenario's model and the second one. */
export function drawBest(report: BestChipReport, cluster: Cluster, theme: Theme): Drawing {
  const text = words.caps.best;
  const { tokens_per_second: own } = cluster.own;
  const { tokens_per_second: free } = cluster.unrestricted.case;
  const bars = [
    { name: text.own(cluster.cluster), share: own !== null && free ? own / free : null, other: null },
    ...designsOf(cluster, report.against).map(({ name, design }) => ({
      name,
      share: design.of_unrestricted,
      other: design.against_of_unrestricted,
    })),
  ];
  const series = [
    { name: report.model, of: bars.map(({ share }) => share), color: clusterColor(theme, 0) },
    ...(report.against
      ? [{ name: report.against, of: bars.map(({ other }) => other), color: PARTS[1][theme] }]
      : []),
  ];
  return {
    data: series.map(({ name, of, color }) => ({
      type: 'bar' as const,
      orientation: 'h' as const,
      name: plainText(name),
      y: bars.map((_, at) => at),
      x: of.map((share) => (share === null ? null : 100 * share)),
      text: bars.map((bar) => plainText(bar.name)),
      textposition: 'none' as const,
      marker: { color, line: { width: 1, color: inks[theme].text } },
      hovertemplate: `%{text}, ${plainText(name)}: %{x:.3~r} %<extra></extra>`,
    })),
    layout: {
      barmode: 'group',
      height: 140 + bars.length * (24 + 14 * series.length),
      showlegend: true,
      xaxis: { title: { text: text.axis }, rangemode: 'tozero' },
      yaxis: {
        tickmode: 'array',
        tickvals: bars.map((_, at) => at),
        ticktext: bars.map(({ name }) => wrapped(name)),
        range: [bars.length - 0.45, -0.55],
        showgrid: false,
        zeroline: false,
      },
    },
    table: {
      head: [text.chip, ...series.map(({ name }) => `${name}: ${text.axis}`)],
      rows: bars.map(({ name, share, other }) => [
        name,
        share === null ? null : 100 * share,
        ...(report.against ? [other === null ? null : 100 * other] : []),
      ]),
    },
  };
}
