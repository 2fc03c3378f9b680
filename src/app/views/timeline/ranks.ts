import type { TimelineCase } from '../../../study';
import { formatSeconds } from '../../../units';
import { fill, PARTS } from '../../figures/palette';
import type { Drawing } from '../../figures/types';
import type { Theme } from '../../state/theme';
import { words } from '../../words';

type Part = keyof typeof words.timeline.ranks.parts;

/** Seconds of each rank in one part of the figure. */
function secondsOf({ rank_time_s: time }: TimelineCase, part: Part): number[] {
  if (part === 'once') return Array.from(time.optimizer, (seconds, rank) => seconds + time.fixed[rank]);
  return Array.from(time[part]);
}

/** Where the time of each pipeline rank goes: a stacked bar a rank, in per cent of the step. */
export function drawRanks(timeline: TimelineCase, theme: Theme): Drawing {
  const text = words.timeline.ranks;
  const parts = Object.keys(text.parts) as Part[];
  const step = timeline.simulated_step_time_s;
  const ranks = Array.from({ length: timeline.ranks }, (_, rank) => rank);
  const shares = (part: Part) => secondsOf(timeline, part).map((seconds) => (100 * seconds) / step);
  const shown = parts.filter((part) => shares(part).some((share) => share >= 0.05));
  return {
    data: shown.map((part) => ({
      type: 'bar' as const,
      name: text.parts[part],
      x: ranks,
      y: shares(part),
      customdata: secondsOf(timeline, part).map(formatSeconds),
      marker: fill(PARTS[parts.indexOf(part)], theme),
      hovertemplate: `${text.parts[part]}: %{y:.3~r} %<br>%{customdata}<extra>%{x}</extra>`,
    })),
    layout: {
      barmode: 'stack',
      bargap: 0.15,
      showlegend: true,
      legend: { traceorder: 'normal' },
      xaxis: { title: { text: text.rank }, dtick: Math.max(1, Math.ceil(timeline.ranks / 16)) },
      yaxis: { title: { text: text.axis }, range: [0, 100] },
    },
    table: {
      head: [text.rank, ...parts.flatMap((part) => [`${text.parts[part]} (%)`, `${text.parts[part]} (s)`])],
      rows: ranks.map((rank) => [
        rank,
        ...parts.flatMap((part) => [shares(part)[rank], secondsOf(timeline, part)[rank]]),
      ]),
    },
  };
}
