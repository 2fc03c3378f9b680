import type { TornadoRow, UncertaintyReport } from '../../../study';
import { PARTS } from '../../figures/palette';
import type { Drawing } from '../../figures/types';
import type { Theme } from '../../state/theme';
import { words } from '../../words';
import { barAxis } from './bars';
import { factorName, type WhatOf } from './names';

export const DRAWN = 12;

export const tornadoRows = ({ tornado }: UncertaintyReport, cluster: string) =>
  tornado.filter((row) => row.cluster === cluster);

/** One cause at a time at both ends of its interval: how far the speed moves from the middle. */
export function drawTornado(
  report: UncertaintyReport,
  cluster: string,
  whatOf: WhatOf,
  theme: Theme,
): Drawing {
  const text = words.uncertainty.tornado;
  const all = tornadoRows(report, cluster);
  const rows = all.slice(0, DRAWN);
  const nameOf = ({ factor, kind }: TornadoRow) => factorName(factor, kind, whatOf);
  const names = rows.map(nameOf);
  const change = (value: number | null, central: number | null) =>
    value === null || !central ? null : 100 * (value / central - 1);
  const side = (name: string, of: 'at_p10' | 'at_p90', part: (typeof PARTS)[number]) => ({
    type: 'bar' as const,
    orientation: 'h' as const,
    name,
    y: rows.map((_, place) => place),
    x: rows.map((row) => change(row[of], row.central)),
    width: 0.62,
    marker: {
      color: part[theme],
      pattern: { shape: part.pattern, fillmode: 'overlay' as const, fgopacity: 0.5, size: 7, solidity: 0.25 },
    },
    text: names,
    textposition: 'none' as const,
    hovertemplate: `%{text}<br>${name}: %{x:+.2~f} %<extra></extra>`,
  });
  return {
    data: [side(text.low, 'at_p10', PARTS[1]), side(text.high, 'at_p90', PARTS[0])],
    layout: {
      height: 130 + 30 * rows.length,
      barmode: 'overlay',
      showlegend: true,
      xaxis: { title: { text: text.axis }, zeroline: true, tickformat: '+~f' },
      yaxis: barAxis(names),
    },
    table: {
      head: [
        words.uncertainty.indices.factor,
        words.uncertainty.indices.name,
        `${words.figures.metrics.tokens.axis}, ${text.low}`,
        `${words.figures.metrics.tokens.axis}, ${text.high}`,
        `${text.axis}, ${text.low}`,
        `${text.axis}, ${text.high}`,
      ],
      rows: all.map((row) => [
        nameOf(row),
        row.factor,
        row.at_p10,
        row.at_p90,
        change(row.at_p10, row.central),
        change(row.at_p90, row.central),
      ]),
    },
  };
}
