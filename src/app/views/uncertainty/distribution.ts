import { interquartileRange, kernelDensityEstimation, sampleStandardDeviation } from 'simple-statistics';
import type { UncertaintyReport } from '../../../study';
import { samplesOf } from '../../../study/uncertainty/samples';
import { clusterColor, DASHES, faded, MARKERS } from '../../figures/palette';
import { plainText } from '../../figures/text';
import type { Drawing } from '../../figures/types';
import type { Theme } from '../../state/theme';
import { words } from '../../words';
import { type Output, shownValue, valueText } from './names';

const POINTS = 96;
/** A curve of evenly spaced quantiles is that of all samples. */
const MOST_KERNELS = 500;
/** A wider axis than this has equal factors, not equal steps. */
const LOG_FROM = 8;
/** Values that differ by less are one value. */
const SAME = 1e-6;
const SHARES = [1, ...Array.from({ length: 19 }, (_, i) => 5 * (i + 1)), 99];

interface Cluster {
  cluster: string;
  index: number;
  /** Sorted logarithms of the samples. */
  logs: Float64Array;
}

/** Curves of the samples of each cluster over one another, with the 80 % interval and the median of each below. */
export function drawDistribution(
  report: UncertaintyReport,
  output: Output,
  colors: readonly number[],
  theme: Theme,
): Drawing {
  const text = words.uncertainty.distribution;
  const shown = report.clusters.flatMap((cluster, index): Cluster[] => {
    const samples = samplesOf(report, cluster, output).filter((value) => value > 0);
    const logs = samples.map((value) => Math.log(shownValue(output, value))).sort();
    return logs.length > 1 ? [{ cluster, index, logs }] : [];
  });
  const log = spreadOf(shown) > Math.log(LOG_FROM);
  const curves = shown.map((one) => ({ ...one, ...curveOf(one.logs, log) }));
  const top = Math.max(1e-300, ...curves.flatMap(({ y }) => y));
  const row = (report.outputs.length > 0 && report.outputs) || [];
  const at = (place: number) => -top * (0.07 + 0.07 * place);
  return {
    data: curves.flatMap(({ cluster, index, x, y }, place) => {
      const color = clusterColor(theme, colors[index]);
      const own = row.find((one) => one.cluster === cluster && one.output === output);
      const ends = own ? [own.p10, own.p50, own.p90] : [];
      const values = ends.map((value) => shownValue(output, value));
      return [
        {
          type: 'scatter' as const,
          mode: 'lines' as const,
          name: plainText(cluster),
          legendgroup: cluster,
          x,
          y,
          fill: 'tozeroy' as const,
          fillcolor: faded(color, 0.16),
          line: { color, width: 2.5, dash: DASHES[colors[index] % DASHES.length], shape: 'spline' as const },
          hoverinfo: 'skip' as const,
        },
        {
          type: 'scatter' as const,
          mode: 'lines+markers' as const,
          name: plainText(text.interval(cluster)),
          legendgroup: cluster,
          showlegend: false,
          x: values,
          y: values.map(() => at(place)),
          text: ends.map((value, end) => `${['10 %', '50 %', '90 %'][end]}: ${valueText(output, value)}`),
          line: { color, width: 4 },
          marker: { color, symbol: MARKERS[colors[index] % MARKERS.length], size: [1, 13, 1] },
          hovertemplate: `%{text}<extra>${plainText(cluster)}</extra>`,
        },
      ];
    }),
    layout: {
      height: 380,
      showlegend: true,
      hovermode: 'closest',
      xaxis: {
        type: log ? 'log' : 'linear',
        title: { text: words.uncertainty.outputs[output].axis },
        tickformat: '~s',
        ...(log ? { dtick: 'D2' } : {}),
        zeroline: false,
      },
      yaxis: {
        title: { text: text.axis },
        showticklabels: false,
        showgrid: false,
        range: [at(Math.max(0, curves.length - 0.3)), 1.06 * top],
        zeroline: true,
      },
    },
    table: {
      head: [
        text.share,
        ...shown.map(({ cluster }) => `${cluster}: ${words.uncertainty.outputs[output].axis}`),
      ],
      rows:
        shown.length === 0
          ? []
          : SHARES.map((share) => [share, ...shown.map(({ logs }) => Math.exp(between(logs, share / 100)))]),
    },
  };
}

function spreadOf(shown: readonly Cluster[]): number {
  const low = Math.min(...shown.map(({ logs }) => between(logs, 0.02)));
  const high = Math.max(...shown.map(({ logs }) => between(logs, 0.98)));
  return high - low;
}

function between(sorted: Float64Array, share: number): number {
  const place = Math.min(sorted.length - 1, Math.max(0, share * sorted.length - 0.5));
  const low = Math.floor(place);
  const high = Math.min(sorted.length - 1, low + 1);
  return sorted[low] + (sorted[high] - sorted[low]) * (place - low);
}

/** Density of the logarithm, or on a plain axis of the value itself. A sure value is a spike. */
function curveOf(logs: Float64Array, log: boolean): { x: number[]; y: number[] } {
  const count = Math.min(MOST_KERNELS, logs.length);
  const values = Array.from({ length: count }, (_, at) => between(logs, (at + 0.5) / count));
  const middle = between(logs, 0.5);
  const spread = Math.min(
    sampleStandardDeviation(values),
    interquartileRange(values) / 1.34 || Number.POSITIVE_INFINITY,
  );
  if (!(spread > SAME)) return { x: [middle, middle].map(Math.exp), y: [0, 1] };
  const bandwidth = 1.06 * spread * logs.length ** -0.2;
  const density = kernelDensityEstimation(values, 'gaussian', bandwidth as never);
  const low = between(logs, 0.002) - 2 * bandwidth;
  const high = between(logs, 0.998) + 2 * bandwidth;
  const places = Array.from({ length: POINTS }, (_, i) => low + ((high - low) * i) / (POINTS - 1));
  return {
    x: places.map(Math.exp),
    y: places.map((place) => density(place) / (log ? 1 : Math.exp(place))),
  };
}
