import type { CaseReport, ExplainReport } from '../../../study';
import { clusterColor, inks, PATTERNS } from '../../figures/palette';
import { namedAxis, plainText } from '../../figures/text';
import type { Drawing } from '../../figures/types';
import type { Theme } from '../../state/theme';
import { words } from '../../words';

type Resource = keyof NonNullable<CaseReport['elasticity']>;

/** Percent of speed that one percent more of each resource buys: the plan kept (bars) and searched again (marks). */
export function drawElasticity(report: ExplainReport, theme: Theme): Drawing {
  const { elasticity: text } = words.time;
  const { resource } = words.answer;
  const resources = Object.keys(resource) as Resource[];
  const cases = report.cases.flatMap((entry, index) => (entry.elasticity ? [{ entry, index }] : []));
  const again = new Map(report.details.map((detail) => [detail.cluster, detail.elasticity_reoptimised]));
  const width = 0.8 / Math.max(1, cases.length);
  const place = (order: number) => resources.map((_, at) => at + (order - (cases.length - 1) / 2) * width);
  return {
    data: cases.flatMap(({ entry, index }, order) => [
      {
        type: 'bar' as const,
        name: plainText(entry.cluster),
        x: place(order),
        y: resources.map((name) => entry.elasticity?.[name] ?? null),
        text: resources.map((name) => plainText(resource[name])),
        textposition: 'none' as const,
        width: width * 0.9,
        marker: {
          color: clusterColor(theme, index),
          pattern: {
            shape: PATTERNS[index % PATTERNS.length],
            fillmode: 'overlay' as const,
            fgcolor: inks[theme].paper,
            fgopacity: 0.5,
            size: 7,
            solidity: 0.2,
          },
        },
        hovertemplate: `%{text}<br>%{y:.2f} ${text.axis}<extra>${plainText(entry.cluster)}</extra>`,
      },
      {
        type: 'scatter' as const,
        mode: 'markers' as const,
        name: text.again,
        legendgroup: 'again',
        showlegend: order === 0,
        legendrank: 2000,
        x: place(order),
        y: resources.map((name) => again.get(entry.cluster)?.[name] ?? null),
        marker: { symbol: 'line-ew-open' as const, size: 14, color: inks[theme].text, line: { width: 2.5 } },
        text: resources.map((name) => plainText(resource[name])),
        hovertemplate: `%{text}, ${text.again}<br>%{y:.2f} ${text.axis}<extra>${plainText(entry.cluster)}</extra>`,
      },
    ]),
    layout: {
      showlegend: true,
      xaxis: namedAxis(resources.map((name) => resource[name])),
      yaxis: { title: { text: text.axis }, rangemode: 'tozero' },
    },
    table: {
      head: [words.figures.cluster, text.resource, text.kept, text.again],
      rows: cases.flatMap(({ entry }) =>
        resources.map((name) => [
          entry.cluster,
          resource[name],
          entry.elasticity?.[name] ?? null,
          again.get(entry.cluster)?.[name] ?? null,
        ]),
      ),
    },
  };
}

/** What more of the limiting resource buys, in a sentence for each cluster. */
export function elasticitySentence(report: ExplainReport): string {
  const { elasticity: text } = words.time;
  return report.cases
    .flatMap(({ cluster, bottleneck, elasticity }) =>
      bottleneck && elasticity
        ? [
            text.sentence(
              cluster,
              words.answer.resource[bottleneck],
              (10 * elasticity[bottleneck]).toPrecision(2),
              bottleneck === 'latency_and_host',
            ),
          ]
        : [],
    )
    .join(' ');
}
