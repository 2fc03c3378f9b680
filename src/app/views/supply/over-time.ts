import type { SupplyPath, SupplyPoint, SupplyReport } from '../../../study';
import { formatFlops, formatNumber, formatShortCount } from '../../../units';
import { bandTraces } from '../../figures/band';
import { hoverLines, rangedLines } from '../../figures/hover';
import { inks } from '../../figures/palette';
import { plainText } from '../../figures/text';
import type { Drawing } from '../../figures/types';
import type { Theme } from '../../state/theme';
import { words } from '../../words';
import { lookOf } from './look';
import { monthText } from './text';

export type Show = keyof typeof words.supply.shows;

interface Columns {
  of: (point: SupplyPoint) => number;
  ends: (point: SupplyPoint) => readonly [number, number];
}
const COLUMNS: Record<Show, Columns> = {
  runs: { of: (point) => point.runs_per_year, ends: (point) => point.runs_per_year80 },
  flops: { of: (point) => point.delivered_flop_per_s, ends: (point) => point.delivered_flop_per_s80 },
  chips: { of: (point) => point.chips, ends: (point) => point.chips80 },
};

/** A line and an 80 % band for each path, with a star where the run can first be trained. */
export function drawOverTime({ paths }: SupplyReport, show: Show, language: string, theme: Theme): Drawing {
  const text = words.supply;
  const { of, ends } = COLUMNS[show];
  const { axis } = text.shows[show];
  const say = (value: number) => sayOf(show, value);
  return {
    data: paths.flatMap((path, index) => {
      const { color, dash } = lookOf(index, theme);
      const look = {
        type: 'scatter' as const,
        x: path.points.map(({ year }) => year),
        legendgroup: String(index),
      };
      const [low, high] = [0, 1].map((end) => path.points.map((point) => ends(point)[end]));
      return [
        ...bandTraces(look, color, low, high),
        {
          ...look,
          name: plainText(path.name),
          mode: 'lines' as const,
          y: path.points.map(of),
          line: { color, width: 2.5, dash },
          hovertext: path.points.map((point) =>
            hoverLines(monthText(point.year, language), ...rangedLines(of(point), ends(point), say)),
          ),
          hovertemplate: `%{hovertext}<extra>${plainText(path.name)}</extra>`,
        },
        ...star(path, index, of, language, theme),
      ];
    }),
    layout: {
      height: 400,
      showlegend: true,
      xaxis: { title: { text: text.over.year }, tickformat: 'd', dtick: yearTick(paths) },
      yaxis: { title: { text: axis }, tickformat: '~s', rangemode: 'tozero' },
    },
    table: {
      head: [text.dates.path, text.over.year, axis, ...words.figures.ends(axis)],
      rows: paths.flatMap(({ name, points }) =>
        points.map((point) => [name, String(point.year), of(point), ...ends(point)]),
      ),
    },
  };
}

/** A value of what is shown, in the digits that it is known to. */
export function sayOf(show: Show, value: number): string {
  const format = show === 'flops' ? formatFlops : show === 'chips' ? formatShortCount : formatNumber;
  return words.supply.shows[show].say(format(value));
}

/** Years between ticks, so that a phone has room for them. */
export function yearTick(paths: readonly SupplyPath[]): number {
  const points = paths[0]?.points ?? [];
  const span = points.length > 0 ? points[points.length - 1].year - points[0].year : 1;
  return Math.max(1, Math.ceil(span / 5));
}

function star(
  { name, points, reached_year: reached }: SupplyPath,
  index: number,
  of: (point: SupplyPoint) => number,
  language: string,
  theme: Theme,
) {
  const after = reached === null ? -1 : points.findIndex(({ year }) => year >= reached);
  if (reached === null || after < 0) return [];
  const [one, other] = [points[Math.max(0, after - 1)], points[after]];
  const share = other.year > one.year ? (reached - one.year) / (other.year - one.year) : 0;
  const { color } = lookOf(index, theme);
  return [
    {
      type: 'scatter' as const,
      mode: 'markers' as const,
      name: plainText(words.supply.over.star(name)),
      legendgroup: String(index),
      showlegend: false,
      x: [reached],
      y: [of(one) + share * (of(other) - of(one))],
      marker: { symbol: 'star' as const, size: 15, color, line: { width: 1.2, color: inks[theme].text } },
      hovertemplate: `${monthText(reached, language)}<extra>${plainText(words.supply.over.star(name))}</extra>`,
    },
  ];
}
