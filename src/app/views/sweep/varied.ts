import type { CaseInputs, CaseReport, CompareReport, VaryReport } from '../../../study';
import { formatCount } from '../../../units';
import { clusterColor, DASHES, faded, MARKERS } from '../../figures/palette';
import { plainText } from '../../figures/text';
import type { Drawing } from '../../figures/types';
import type { Theme } from '../../state/theme';
import { axisScale } from '../../state/vary';
import { words } from '../../words';

/** Above so many points of a curve their marks run together, and drawing them takes the page's thread. */
const MOST_MARKERS = 60;
/** Ticks are the values themselves while they are few. */
const MOST_TICKS = 14;

type Named = keyof typeof words.figures.varied.inputs;

/** What an input is called in a title and on an axis; inputs of a file that the page does not offer keep their key. */
export function variedNames(key: string): { what: string; axis: string } {
  const known = words.figures.varied.inputs;
  const plain = key.replaceAll('_', ' ');
  return key in known ? known[key as Named] : { what: plain, axis: plain };
}

/** Throughput against a varied input: a line and an 80 % band per cluster, and a ring where the cluster is now. */
export function drawVaried(report: VaryReport, now: CompareReport | null, theme: Theme): Drawing {
  const { varied, metrics } = words.figures;
  const names = variedNames(report.key);
  const rows = rowsOf(report);
  const places = [...new Set(rows.map((row) => row.x))];
  const curves = report.clusters.map((cluster, index) => ({
    cluster,
    index,
    rows: rows.filter((row) => row.cluster === index),
  }));
  const data = curves.flatMap(({ cluster, index, rows }) => {
    const color = clusterColor(theme, index);
    const x = rows.map((row) => row.x);
    const look = { type: 'scatter' as const, x, legendgroup: cluster, connectgaps: false };
    const edge = {
      ...look,
      mode: 'lines' as const,
      line: { width: 0, color },
      hoverinfo: 'skip' as const,
      showlegend: false,
    };
    return [
      { ...edge, y: rows.map((row) => row.low) },
      { ...edge, y: rows.map((row) => row.high), fill: 'tonexty' as const, fillcolor: faded(color, 0.18) },
      {
        ...look,
        name: plainText(cluster),
        mode: rows.length > MOST_MARKERS ? ('lines' as const) : ('lines+markers' as const),
        y: rows.map((row) => row.y),
        line: { color, width: 2.5, dash: DASHES[index % 4] },
        marker: { symbol: MARKERS[index % 4], size: 7, color },
        hovertemplate: `%{x:,~r}: %{y:.3s} ${metrics.tokens.axis}<extra>${plainText(cluster)}</extra>`,
      },
    ];
  });
  return {
    data: [...data, ...rings(report, now, theme)],
    layout: {
      showlegend: true,
      xaxis: {
        type: 'log',
        title: { text: names.axis },
        ...(places.length > MOST_TICKS
          ? { tickformat: '~s' }
          : { tickvals: places, ticktext: places.map(formatCount) }),
      },
      yaxis: { title: { text: varied.axis }, tickformat: '~s', rangemode: 'tozero' },
    },
    table: {
      head: [
        words.figures.cluster,
        names.axis,
        varied.axis,
        `80 % ${words.figures.low}`,
        `80 % ${words.figures.high}`,
      ],
      rows: curves.flatMap(({ cluster, rows }) =>
        rows.map((row) => [cluster, row.x, row.y, row.low, row.high]),
      ),
    },
  };
}

function rowsOf({ key, columns }: VaryReport) {
  const scale = axisScale(key);
  const number = (value: number) => (Number.isNaN(value) ? null : value);
  return Array.from(columns.value, (value, row) => ({
    cluster: columns.cluster[row],
    x: Number((value * scale).toPrecision(12)),
    y: number(columns.tokens_per_second[row]),
    low: number(columns.low[row]),
    high: number(columns.high[row]),
  }));
}

function rings(report: VaryReport, now: CompareReport | null, theme: Theme) {
  return (now?.cases ?? []).flatMap((entry, index) => {
    const value = inputOf(entry, report.key);
    if (value === null || entry.tokens_per_second === null || report.clusters[index] !== entry.cluster)
      return [];
    return [
      {
        type: 'scatter' as const,
        mode: 'markers' as const,
        name: plainText(words.figures.varied.now(entry.cluster)),
        x: [value * axisScale(report.key)],
        y: [entry.tokens_per_second],
        showlegend: false,
        marker: {
          symbol: 'circle-open' as const,
          size: 15,
          color: clusterColor(theme, index),
          line: { width: 2.5 },
        },
        hovertemplate: `${plainText(words.figures.varied.now(entry.cluster))}: %{y:.3s}<extra></extra>`,
      },
    ];
  });
}

const inputs: Record<string, (inputs: CaseInputs) => number | null> = {
  experts: (from) => from.experts,
  top_k: (from) => from.top_k,
  scale_up_bandwidth: (from) => from.scale_up_bytes_per_s,
  scale_out_bandwidth: (from) => from.scale_out_bytes_per_s,
  memory_bandwidth: (from) => from.memory_bandwidth_bytes_per_s,
  sequence: (from) => from.sequence,
  bf16: (from) => from.bf16_flop_per_s,
  global_batch: (from) => from.global_batch_sequences,
};

/** What a cluster's input is as asked, in SI; null for inputs that a report does not repeat. */
export function inputOf(report: CaseReport, key: string): number | null {
  return key === 'chips' ? report.chips : (inputs[key]?.(report.inputs) ?? null);
}
