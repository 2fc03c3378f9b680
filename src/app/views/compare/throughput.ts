import type { CaseReport, CompareReport } from '../../../study';
import { clusterColor, inks } from '../../figures/palette';
import { rangeFromZero } from '../../figures/range';
import { namedAxis, plainText } from '../../figures/text';
import type { Drawing } from '../../figures/types';
import type { Theme } from '../../state/theme';
import { words } from '../../words';

export const METRICS = ['tokens', 'days', 'mfu', 'cost'] as const;
type Metric = (typeof METRICS)[number];

export const metricOf = (name: string): Metric => METRICS.find((metric) => metric === name) ?? 'tokens';

/** A metric of a case and its 80 % interval; null where the cluster does not fit. */
function metricValue(
  report: CaseReport,
  metric: Metric,
): { value: number; low: number; high: number } | null {
  const { interval80: interval, tokens_per_second: rate } = report;
  if (!report.feasible || rate === null || interval === null) return null;
  const with80 = (value: number | null, [low, high]: [number, number]) =>
    value === null ? null : { value, low, high };
  switch (metric) {
    case 'tokens':
      return with80(rate, interval.tokens_per_second);
    case 'days':
      return with80(report.days, interval.days);
    case 'cost':
      return with80(report.cost_usd, interval.cost_usd);
    case 'mfu': {
      const share = (report.mfu ?? 0) / rate;
      const [low, high] = interval.tokens_per_second;
      return with80(report.mfu, [low * share, high * share]);
    }
  }
}

/** A bar per cluster with its 80 % whiskers. */
export function drawThroughput(report: CompareReport, metric: Metric, theme: Theme): Drawing {
  const { figures, answer } = words;
  const values = report.cases.map((entry) => metricValue(entry, metric));
  const names = report.cases.map((entry) => entry.cluster);
  const percent = metric === 'mfu';
  const range = rangeFromZero(values.map((entry) => entry?.high));
  return {
    sketch: range !== null,
    data: [
      {
        type: 'bar',
        x: names.map((_, index) => index),
        text: names.map(plainText),
        textposition: 'none',
        y: values.map((entry) => entry?.value ?? null),
        width: 0.5,
        marker: { color: report.cases.map((_, index) => clusterColor(theme, index)) },
        error_y: {
          type: 'data',
          symmetric: false,
          array: values.map((entry) => (entry ? entry.high - entry.value : 0)),
          arrayminus: values.map((entry) => (entry ? entry.value - entry.low : 0)),
          color: inks[theme].text,
          thickness: 1.5,
          width: 6,
        },
        hovertemplate: `%{text}<br>%{y:${percent ? '.3p' : '.3s'}}<extra></extra>`,
      },
    ],
    layout: {
      showlegend: false,
      xaxis: namedAxis(names),
      yaxis: {
        title: { text: figures.metrics[metric].axis },
        tickformat: percent ? '.0%' : '~s',
        ...(range ? { range } : { rangemode: 'tozero' }),
      },
      annotations: values.flatMap((entry, index) =>
        entry
          ? []
          : [
              {
                x: index,
                y: 0,
                yanchor: 'bottom' as const,
                showarrow: false,
                text: answer.doesNotFit,
                font: { color: inks[theme].soft },
              },
            ],
      ),
    },
    table: {
      head: [figures.cluster, figures.metrics[metric].axis, `80 % ${figures.low}`, `80 % ${figures.high}`],
      rows: report.cases.map((entry, index) => [entry.cluster, ...cells(values[index])]),
    },
  };
}

const cells = (entry: ReturnType<typeof metricValue>) => [
  entry?.value ?? null,
  entry?.low ?? null,
  entry?.high ?? null,
];
