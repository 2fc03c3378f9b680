import type { CompareReport } from '../../study';
import type { Theme } from '../state/theme';
import { words } from '../words';
import { PARTS } from './palette';
import type { Drawing } from './types';

/** Where the time of a step goes: a stacked bar per cluster, in percent of its own step. */
export function drawBreakdown(report: CompareReport, theme: Theme): Drawing {
  const text = words.figures.breakdown;
  const names = Object.keys(text.parts) as (keyof typeof text.parts)[];
  const cases = report.cases.filter((entry) => entry.time_s !== null);
  const seconds = (part: keyof typeof text.parts) => cases.map((entry) => entry.time_s?.[part] ?? 0);
  const shares = (part: keyof typeof text.parts) =>
    seconds(part).map((value, index) => (100 * value) / (cases[index].step_time_s || 1));
  const shown = names.filter((part) => shares(part).some((share) => share >= 0.05));
  return {
    data: shown.map((part) => {
      const look = PARTS[names.indexOf(part)];
      return {
        type: 'bar' as const,
        orientation: 'h' as const,
        name: text.parts[part],
        y: cases.map((entry) => entry.cluster),
        x: shares(part),
        customdata: seconds(part),
        marker: {
          color: look[theme],
          pattern: { shape: look.pattern, size: 6, solidity: 0.2 },
          line: { width: 0 },
        },
        hovertemplate: `${text.parts[part]}: %{x:.3~r} %<br>%{customdata:.3~s}s<extra>%{y}</extra>`,
      };
    }),
    layout: {
      barmode: 'stack',
      bargap: 0.4,
      showlegend: true,
      legend: { traceorder: 'normal' },
      xaxis: { title: { text: text.axis }, range: [0, 100] },
      yaxis: { type: 'category', autorange: 'reversed' },
    },
    table: {
      head: [
        words.figures.cluster,
        ...names.flatMap((part) => [
          `${text.parts[part]}, ${text.share}`,
          `${text.parts[part]}, ${text.seconds}`,
        ]),
      ],
      rows: cases.map((entry, index) => [
        entry.cluster,
        ...names.flatMap((part) => [shares(part)[index], seconds(part)[index]]),
      ]),
    },
  };
}
