import type { CaseReport, CompareReport } from '../../../study';
import { quantityOf } from '../../../study/compare/quantities';
import { hoverLines, rangedLines } from '../../figures/hover';
import { clusterColor, inks } from '../../figures/palette';
import { rangeFromZero } from '../../figures/range';
import { namedAxis } from '../../figures/text';
import type { Drawing } from '../../figures/types';
import { JOULES_PER_GWH, metricText } from '../../report/metric-text';
import { planText } from '../../report/plan-text';
import type { Theme } from '../../state/theme';
import { words } from '../../words';
import { type Metric, QUANTITY_OF } from './asked-metric';

/** A metric of a case and its 80 % interval, in the unit of its axis; null where the cluster does not fit. */
function metricValue(
  entry: CaseReport,
  metric: Metric,
  { asked, ratios }: Pick<CompareReport, 'asked' | 'ratios'>,
): { value: number; low: number; high: number } | null {
  if (metric === 'forOne') {
    if (entry.cluster === asked.reference && entry.feasible) return { value: 1, low: 1, high: 1 };
    const own = ratios.find(
      ({ cluster, over, quantity }) =>
        cluster === entry.cluster && over === asked.reference && quantity === 'per_chip',
    );
    return own ? { value: own.ratio, low: own.interval80[0], high: own.interval80[1] } : null;
  }
  const ranged = quantityOf(entry, QUANTITY_OF[metric]);
  if (!ranged) return null;
  const unit = metric === 'energy' ? JOULES_PER_GWH : 1;
  const [low, high] = ranged.interval80;
  return { value: ranged.value / unit, low: low / unit, high: high / unit };
}

/** A bar per cluster with its 80 % whiskers. */
export function drawThroughput(report: CompareReport, metric: Metric, theme: Theme): Drawing {
  const { figures, answer } = words;
  const values = report.cases.map((entry) => metricValue(entry, metric, report));
  const names = report.cases.map((entry) => entry.cluster);
  const percent = metric === 'mfu';
  const range = rangeFromZero(values.map((entry) => entry?.high));
  return {
    sketch: range !== null,
    data: [
      {
        type: 'bar',
        x: names.map((_, index) => index),
        hovertext: report.cases.map((entry, index) => hoverOf(entry, metric, values[index])),
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
        hovertemplate: '%{hovertext}<extra></extra>',
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
      head: [figures.cluster, figures.metrics[metric].axis, ...figures.ends(figures.metrics[metric].axis)],
      rows: report.cases.map((entry, index) => [entry.cluster, ...cells(values[index])]),
    },
  };
}

/** The value and its interval, the plan that it is of, and what holds the cluster back. */
function hoverOf(entry: CaseReport, metric: Metric, shown: ReturnType<typeof metricValue>): string {
  const { answer } = words;
  return hoverLines(
    entry.cluster,
    ...(shown ? rangedLines(shown.value, [shown.low, shown.high], metricText[metric]) : []),
    entry.plan && planText(entry.plan),
    entry.bottleneck && answer.limitedBy(answer.resource[entry.bottleneck]),
  );
}

const cells = (entry: ReturnType<typeof metricValue>) => [
  entry?.value ?? null,
  entry?.low ?? null,
  entry?.high ?? null,
];
