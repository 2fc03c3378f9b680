import type { UncertaintyReport } from '../../../study';
import { samplesOf, settling } from '../../../study/uncertainty/samples';
import { formatCount } from '../../../units';
import { bandTraces } from '../../figures/band';
import { hoverLines, rangedLines } from '../../figures/hover';
import { clusterColor, DASHES, MARKERS } from '../../figures/palette';
import { plainText } from '../../figures/text';
import type { Drawing } from '../../figures/types';
import type { Theme } from '../../state/theme';
import { words } from '../../words';
import { type Output, shownValue, valueText } from './names';

/** Median and 80 % interval against the number of samples drawn. */
export function drawSettling(
  report: UncertaintyReport,
  output: Output,
  colors: readonly number[],
  theme: Theme,
): Drawing {
  const text = words.uncertainty.settling;
  const { axis } = words.uncertainty.outputs[output];
  const curves = report.clusters.flatMap((cluster, index) => {
    const steps = settling(samplesOf(report, cluster, output));
    return steps.length > 0 ? [{ cluster, index, steps }] : [];
  });
  return {
    data: curves.flatMap(({ cluster, index, steps }) => {
      const color = clusterColor(theme, colors[index]);
      const look = {
        type: 'scatter' as const,
        x: steps.map(({ samples }) => samples),
        legendgroup: cluster,
      };
      const low = steps.map(({ p10 }) => shownValue(output, p10));
      const high = steps.map(({ p90 }) => shownValue(output, p90));
      return [
        ...bandTraces(look, color, low, high, 1),
        {
          ...look,
          name: plainText(cluster),
          mode: 'lines+markers' as const,
          y: steps.map(({ p50 }) => shownValue(output, p50)),
          line: { color, width: 2.5, dash: DASHES[colors[index] % DASHES.length] },
          marker: { color, size: 6, symbol: MARKERS[colors[index] % MARKERS.length] },
          hovertext: steps.map(({ samples, p10, p50, p90 }) =>
            hoverLines(
              `${text.axis}: ${formatCount(samples)}`,
              ...rangedLines(p50, [p10, p90], (value) => valueText(output, value)),
            ),
          ),
          hovertemplate: `%{hovertext}<extra>${plainText(cluster)}</extra>`,
        },
      ];
    }),
    layout: {
      height: 320,
      showlegend: true,
      xaxis: { type: 'log', title: { text: text.axis }, dtick: Math.log10(2), tickformat: ',d' },
      yaxis: { title: { text: axis }, tickformat: '~s' },
    },
    table: {
      head: [words.figures.cluster, text.axis, `${text.median}: ${axis}`, ...words.figures.ends(axis)],
      rows: curves.flatMap(({ cluster, steps }) =>
        steps.map(({ samples, p10, p50, p90 }) => [
          cluster,
          samples,
          ...[p50, p10, p90].map((value) => shownValue(output, value)),
        ]),
      ),
    },
  };
}
