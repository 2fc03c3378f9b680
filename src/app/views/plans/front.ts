import type { PlanReport } from '../../../study';
import { formatBytes, formatTokensPerSecond } from '../../../units';
import { clusterColor, inks, PARTS } from '../../figures/palette';
import { plainText } from '../../figures/text';
import type { Drawing } from '../../figures/types';
import { planText } from '../../report/plan-text';
import type { Theme } from '../../state/theme';
import { words } from '../../words';
import type { Search } from './lost';

const GB = 1e9;

interface Point {
  plan: PlanReport;
  rate: number;
  bytes: number;
}

/** Best plans, those that stand for a point. */
const ranked = ({ top }: Search): Point[] =>
  top.flatMap(({ plan, tokens_per_second: rate, memory_bytes_per_chip: bytes }) =>
    plan && rate !== null && bytes !== null ? [{ plan, rate, bytes }] : [],
  );

/** The plans that no other beats in both throughput and memory, and where the best plans stand. */
export function drawFront(search: Search, color: number, theme: Theme): Drawing {
  const text = words.plans.front;
  const front: Point[] = search.pareto.map((point) => ({
    plan: point.plan,
    rate: point.tokens_per_second,
    bytes: point.memory_bytes_per_chip,
  }));
  const top = ranked(search);
  const capacity = search.best.memory_usable_bytes / GB;
  const ink = inks[theme].text;
  const labels = (points: readonly Point[]) => points.map(({ plan }) => plainText(planText(plan)));
  return {
    data: [
      {
        type: 'scatter',
        mode: 'lines+markers',
        name: text.front,
        x: front.map(({ bytes }) => bytes / GB),
        y: front.map(({ rate }) => rate),
        text: labels(front),
        line: { shape: 'hv', width: 2, color: clusterColor(theme, color) },
        marker: { size: 7 },
        hovertemplate: `%{text}<br>%{x:.3~s} GB, %{y:.3~s} ${words.answer.perDay}<extra></extra>`,
      },
      {
        type: 'scatter',
        mode: 'text+markers',
        name: text.top,
        x: top.map(({ bytes }) => bytes / GB),
        y: top.map(({ rate }) => rate),
        // The others stand too close for labels; their place is in the hover text.
        text: top.map((_, place) => (place === 0 ? '#1' : '')),
        textposition: 'bottom right',
        textfont: { color: ink },
        customdata: labels(top).map((label, place) => `#${place + 1} ${label}`),
        marker: { symbol: 'diamond-open', size: 12, color: PARTS[3][theme], line: { width: 2 } },
        hovertemplate: `%{customdata}<br>%{x:.3~s} GB, %{y:.3~s} ${words.answer.perDay}<extra></extra>`,
      },
    ],
    layout: {
      showlegend: true,
      xaxis: { title: { text: text.memory }, rangemode: 'tozero' },
      yaxis: { title: { text: text.rate }, rangemode: 'tozero', tickformat: '~s' },
      shapes: [
        {
          type: 'line',
          x0: capacity,
          x1: capacity,
          yref: 'paper',
          y0: 0,
          y1: 1,
          line: { color: ink, width: 1, dash: 'dash' },
        },
      ],
      annotations: [
        {
          x: capacity,
          yref: 'paper',
          y: 0.02,
          xanchor: 'right',
          text: text.capacity,
          showarrow: false,
          textangle: -90,
          yanchor: 'bottom',
        },
      ],
    },
    table: {
      head: [text.plan, text.rateHead, text.memoryHead],
      rows: front.map(({ plan, rate, bytes }) => [planText(plan), rate, bytes]),
    },
  };
}

/** What the lean end of the front gives up for the memory that it saves. */
export function frontSentence({ pareto, cluster }: Search, share: (value: number) => string): string | null {
  if (pareto.length === 0) return null;
  const { front } = words.plans;
  const leanest = pareto[0];
  const fastest = pareto[pareto.length - 1];
  if (pareto.length === 1) return front.single(cluster);
  return front.sentence(
    pareto.length,
    formatBytes(leanest.memory_bytes_per_chip),
    formatTokensPerSecond(leanest.tokens_per_second),
    share(leanest.tokens_per_second / fastest.tokens_per_second),
    formatBytes(fastest.memory_bytes_per_chip),
  );
}
