import type { CompareReport, ExplainReport } from '../../../study';
import { formatNumber } from '../../../units';
import { fill, inks, PARTS } from '../../figures/palette';
import { namedAxis, plainText, wrapped } from '../../figures/text';
import type { Cell, Drawing } from '../../figures/types';
import type { Theme } from '../../state/theme';
import { words } from '../../words';

const GB = 1e9;

/** A line across a cluster's place. */
const across = (index: number, y: number) => ({
  type: 'line' as const,
  x0: index - 0.4,
  x1: index + 0.4,
  y0: y,
  y1: y,
});

/** Memory per chip against what is usable of it and against its nominal memory; by kind once the explanation is there. */
export function drawMemory(report: CompareReport, explained: ExplainReport | null, theme: Theme): Drawing {
  const { memory: text, cluster } = words.figures;
  const kinds = Object.keys(text.parts) as (keyof typeof text.parts)[];
  const details = new Map(explained?.details.map((detail) => [detail.cluster, detail.memory]));
  const split = report.cases.every((entry) => !entry.feasible || details.has(entry.cluster));
  const names = report.cases.map((entry) => entry.cluster);
  const used = report.cases.map((entry) => (entry.memory_bytes_per_chip ?? 0) / GB);
  const usable = report.cases.map((entry) => entry.memory_usable_bytes / GB);
  const nominal = report.cases.map((entry) => entry.memory_capacity_bytes / GB);
  /** Details are per rank; the shares are the chip's. */
  const part = (name: keyof typeof text.parts) =>
    report.cases.map((entry, index) => {
      const memory = details.get(entry.cluster);
      return memory && entry.feasible ? (used[index] * memory[name]) / memory.total : null;
    });
  const bars = split
    ? kinds.map((name, index) => ({ name: text.parts[name], y: part(name), look: PARTS[index] }))
    : [{ name: text.total, y: used, look: PARTS[0] }];
  const cell = (value: number | null): Cell => value;
  return {
    data: bars.map(({ name, y, look }) => ({
      type: 'bar' as const,
      name,
      x: names.map((_, index) => index),
      text: names.map(plainText),
      textposition: 'none' as const,
      y,
      width: 0.5,
      marker: fill(look, theme),
      hovertemplate: `${name}: %{y:.3~r} GB<extra>%{text}</extra>`,
    })),
    layout: {
      barmode: 'stack',
      showlegend: true,
      legend: { traceorder: 'normal' },
      xaxis: namedAxis(names),
      yaxis: { title: { text: text.axis }, rangemode: 'tozero' },
      shapes: [
        ...usable.map((value, index) => ({
          ...across(index, value),
          line: { color: inks[theme].text, width: 2.5, dash: 'dash' as const },
        })),
        ...nominal.map((value, index) => ({
          ...across(index, value),
          line: { color: inks[theme].soft, width: 1.5 },
        })),
      ],
      annotations: report.cases.map(({ feasible }, index) => ({
        x: index,
        y: nominal[index],
        yanchor: 'bottom' as const,
        showarrow: false,
        text: [
          ...(feasible ? [] : [wrapped(words.answer.doesNotFit)]),
          `${formatNumber(nominal[index])} GB`,
          text.usableOf(formatNumber(usable[index])),
        ].join('<br>'),
        font: { color: inks[theme].soft, size: 12 },
      })),
    },
    table: {
      head: [
        cluster,
        `${text.total} (GB)`,
        `${text.usable} (GB)`,
        `${text.nominal} (GB)`,
        ...(split ? kinds.map((name) => `${text.parts[name]} (GB)`) : []),
      ],
      rows: names.map((name, index) => [
        name,
        report.cases[index].feasible ? used[index] : null,
        usable[index],
        nominal[index],
        ...(split ? kinds.map((name) => cell(part(name)[index])) : []),
      ]),
    },
  };
}
