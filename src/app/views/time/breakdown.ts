import type { CompareReport } from '../../../study';
import { formatSeconds } from '../../../units';
import { fill, PARTS } from '../../figures/palette';
import { namedAxis, plainText } from '../../figures/text';
import type { Drawing } from '../../figures/types';
import type { Theme } from '../../state/theme';
import { words } from '../../words';

/** Where the time of a step goes: a stacked bar per cluster, in percent of its own step. */
export function drawBreakdown(report: CompareReport, theme: Theme): Drawing {
  const text = words.figures.breakdown;
  const names = Object.keys(text.parts) as (keyof typeof text.parts)[];
  const cases = report.cases.filter((entry) => entry.time_s !== null);
  const seconds = (part: keyof typeof text.parts) => cases.map((entry) => entry.time_s?.[part] ?? 0);
  const shares = (part: keyof typeof text.parts) =>
    seconds(part).map((value, index) => (100 * value) / (cases[index].step_time_s || 1));
  const shown = names.filter((part) => shares(part).some((share) => share >= 0.05));
  const axis = namedAxis(cases.map((entry) => entry.cluster));
  return {
    data: shown.map((part) => {
      return {
        type: 'bar' as const,
        orientation: 'h' as const,
        name: text.parts[part],
        y: cases.map((_, index) => index),
        text: cases.map((entry) => plainText(entry.cluster)),
        textposition: 'none' as const,
        x: shares(part),
        customdata: seconds(part).map(formatSeconds),
        marker: fill(PARTS[names.indexOf(part)], theme),
        hovertemplate: `${text.parts[part]}: %{x:.3~r} %<br>%{customdata}<extra>%{text}</extra>`,
      };
    }),
    layout: {
      barmode: 'stack',
      bargap: 0.4,
      showlegend: true,
      legend: { traceorder: 'normal' },
      xaxis: { title: { text: text.axis }, range: [0, 100] },
      yaxis: { ...axis, range: [cases.length - 0.5, -0.5] },
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
