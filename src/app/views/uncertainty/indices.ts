import type { UncertaintyReport } from '../../../study';
import { inks, PARTS } from '../../figures/palette';
import type { Drawing } from '../../figures/types';
import type { Theme } from '../../state/theme';
import { words } from '../../words';
import { barAxis } from './bars';
import { factorName, type Output, type WhatOf } from './names';

/** Shares of the variance below this are in the table only. */
const NEGLIGIBLE = 0.002;

/** Sobol indices of one output of one cluster, the weightiest first. */
function indexRows({ indices, factors }: UncertaintyReport, cluster: string, output: Output, whatOf: WhatOf) {
  return indices
    .filter((row) => row.cluster === cluster && row.output === output && Number.isFinite(row.total))
    .sort((a, b) => b.total - a.total)
    .map((row) => {
      const kind = factors.find(({ name }) => name === row.factor)?.kind ?? 'constant';
      return { ...row, name: factorName(row.factor, kind, whatOf) };
    });
}

/** First-order and total shares of the variance, each with its own error. */
export function drawIndices(
  report: UncertaintyReport,
  cluster: string,
  output: Output,
  whatOf: WhatOf,
  theme: Theme,
): Drawing {
  const text = words.uncertainty.indices;
  const all = indexRows(report, cluster, output, whatOf);
  const rows = all.filter(({ total }) => total > NEGLIGIBLE);
  const bar = (of: 'first' | 'total', part: (typeof PARTS)[number]) => ({
    type: 'bar' as const,
    orientation: 'h' as const,
    name: text[of],
    y: rows.map((_, place) => place),
    x: rows.map((row) => 100 * row[of]),
    marker: {
      color: part[theme],
      pattern: { shape: part.pattern, fillmode: 'overlay' as const, fgopacity: 0.5, size: 7, solidity: 0.25 },
    },
    error_x: {
      type: 'data' as const,
      array: rows.map((row) => 100 * row[`${of}_error`]),
      color: inks[theme].text,
      thickness: 1.3,
      width: 4,
    },
    text: rows.map(({ name }) => name),
    textposition: 'none' as const,
    customdata: rows.map((row) => (100 * row[`${of}_error`]).toFixed(1)),
    hovertemplate: `%{text}<br>${text[of]}: %{x:.1f} % ± %{customdata} %<extra></extra>`,
  });
  return {
    data: [bar('first', PARTS[5]), bar('total', PARTS[4])],
    layout: {
      height: 130 + 40 * rows.length,
      barmode: 'group',
      bargap: 0.25,
      showlegend: true,
      legend: { traceorder: 'normal' },
      xaxis: { title: { text: text.axis } },
      yaxis: barAxis(rows.map(({ name }) => name)),
    },
    table: {
      head: [text.factor, text.name, text.first, text.firstError, text.total, text.totalError],
      rows: all.map((row) => [
        row.name,
        row.factor,
        100 * row.first,
        100 * row.first_error,
        100 * row.total,
        100 * row.total_error,
      ]),
    },
  };
}
