import type { SearchReport } from '../../../study';
import {
  formatCount,
  formatDays,
  formatPercent,
  formatSeconds,
  formatTokensPerSecond,
  formatUsd,
} from '../../../units';
import { fill, PARTS } from '../../figures/palette';
import { plainText } from '../../figures/text';
import type { Drawing } from '../../figures/types';
import { planText } from '../../report/plan-text';
import type { Theme } from '../../state/theme';
import { words } from '../../words';

export type Search = SearchReport['searches'][number];

/** By which parts of the step the plans behind the best one are slower. */
export function drawLost(search: Search, theme: Theme): Drawing {
  const text = words.plans.lost;
  const names = words.figures.breakdown.parts;
  const parts = Object.keys(names) as (keyof typeof names)[];
  const behind = search.lost_s.slice(1);
  const plans = search.top.slice(1).map((entry) => (entry.plan ? planText(entry.plan) : ''));
  const largest = Math.max(0, ...behind.flatMap((lost) => Object.values(lost).map(Math.abs)));
  const shown = parts.filter((part) => behind.some((lost) => Math.abs(lost[part]) > 0.01 * largest));
  return {
    data: shown.map((part) => ({
      type: 'bar' as const,
      orientation: 'h' as const,
      name: names[part],
      y: behind.map((_, place) => place),
      x: behind.map((lost) => lost[part]),
      text: plans.map(plainText),
      textposition: 'none' as const,
      marker: fill(PARTS[parts.indexOf(part)], theme),
      customdata: behind.map((lost) => formatSeconds(lost[part])),
      hovertemplate: `%{text}<br>${names[part]}: %{customdata}<extra></extra>`,
    })),
    layout: {
      barmode: 'relative',
      showlegend: true,
      legend: { traceorder: 'normal' },
      xaxis: { title: { text: text.axis } },
      yaxis: {
        tickmode: 'array',
        tickvals: behind.map((_, place) => place),
        ticktext: behind.map((_, place) => `#${place + 2}`),
        range: [behind.length - 0.5, -0.5],
        showgrid: false,
      },
    },
    table: {
      head: [text.plan, ...parts.map((part) => `${names[part]} (s)`)],
      rows: behind.map((lost, place) => [plans[place], ...parts.map((part) => lost[part])]),
    },
  };
}

/** The best plan, what it is the best at, how much slower the next is and by what. */
export function plansSentence(search: Search): string {
  const { plans, answer } = words;
  const { best, top, lost_s: lost } = search;
  if (!best.plan || best.tokens_per_second === null)
    return plans.noPlan(search.cluster, answer.reason(best.reason ?? ''));
  const lead = leadOf(search, planText(best.plan));
  const next = top[1]?.tokens_per_second;
  if (!next) return `${lead} ${plans.only}`;
  const names = words.figures.breakdown.parts;
  const [part] = Object.entries(lost[1]).sort(([, a], [, b]) => b - a)[0];
  const slower = formatPercent(Math.abs(1 - next / best.tokens_per_second));
  const named = names[part as keyof typeof names];
  // Where the whole run counts, a plan that uses more chips may be faster and yet lose more time to their failures.
  return `${lead} ${next > best.tokens_per_second ? plans.failsMore(slower) : plans.runnerUp(slower, named)}`;
}

function leadOf({ objective, cluster, best }: Search, plan: string): string {
  const { plans } = words;
  if (objective === 'throughput')
    return plans.lead(cluster, plan, formatTokensPerSecond(best.tokens_per_second ?? 0));
  const days = formatDays(best.days ?? 0);
  if (objective === 'time') return plans.aim.time(cluster, days, plan);
  const chips = formatCount(best.chips);
  const cost = formatUsd(best.cost_usd ?? 0);
  return plans.aim[objective](cluster, chips, days, cost, plan);
}
