import type { SupplyPath } from '../../../study';
import { hoverLines } from '../../figures/hover';
import { fill, inks, PARTS } from '../../figures/palette';
import { plainText } from '../../figures/text';
import type { Drawing } from '../../figures/types';
import type { Theme } from '../../state/theme';
import { words } from '../../words';
import { sayOf, yearTick } from './over-time';
import { monthText } from './text';

const partOf = (index: number) => PARTS[index % PARTS.length];

/** Chips in use, kind upon kind. */
export function drawStock(path: SupplyPath, language: string, theme: Theme): Drawing {
  const text = words.supply.stock;
  return {
    data: path.flows.map(({ cluster, points }, index) => {
      const part = partOf(index);
      return {
        type: 'scatter' as const,
        mode: 'lines' as const,
        stackgroup: 'kinds',
        name: plainText(cluster),
        x: points.map(({ year }) => year),
        y: points.map(({ chips }) => chips),
        line: { width: 1, color: part[theme] },
        fillpattern: {
          shape: part.pattern,
          fillmode: 'overlay' as const,
          fgcolor: inks[theme].paper,
          fgopacity: 0.6,
          size: 8,
          solidity: 0.2,
        },
        hovertext: points.map(({ year, chips }) =>
          hoverLines(monthText(year, language), sayOf('chips', chips)),
        ),
        hovertemplate: `%{hovertext}<extra>${plainText(cluster)}</extra>`,
      } as Drawing['data'][number];
    }),
    layout: {
      showlegend: true,
      xaxis: { title: { text: words.supply.over.year }, tickformat: 'd', dtick: yearTick([path]) },
      yaxis: { title: { text: text.axis }, tickformat: '~s', rangemode: 'tozero' },
    },
    table: {
      head: [words.supply.over.year, ...path.flows.map(({ cluster }) => `${cluster}: ${text.axis}`)],
      rows: path.points.map(({ year }, at) => [
        String(year),
        ...path.flows.map(({ points }) => points[at].chips),
      ]),
    },
  };
}

/** What arrives in a year and what is lost, kind upon kind; losses hang below. */
export function drawFlow(path: SupplyPath, theme: Theme): Drawing {
  const text = words.supply.flow;
  const moved = path.flows.map(({ cluster, points }) => ({ cluster, years: yearly(points) }));
  const years = moved[0]?.years.map(({ year }) => year) ?? [];
  const has = (own: ReturnType<typeof yearly>, of: 'arrived' | 'lost') => own.some((year) => year[of] > 0);
  const bars = (of: 'arrived' | 'lost') =>
    moved.flatMap(({ cluster, years: own }, index) =>
      !has(own, of)
        ? []
        : [
            {
              type: 'bar' as const,
              name: plainText(cluster),
              legendgroup: String(index),
              showlegend: of === 'arrived' || !has(own, 'arrived'),
              x: years,
              y: own.map((year) => (of === 'lost' ? -year.lost : year.arrived)),
              marker: { ...fill(partOf(index), theme), opacity: of === 'lost' ? 0.6 : 1 },
              hovertext: own.map((year) => hoverLines(String(year.year), sayOf('chips', year[of]))),
              hovertemplate: `%{hovertext}<extra>${plainText(text[of](cluster))}</extra>`,
            },
          ],
    );
  const data = [...bars('arrived'), ...bars('lost')];
  return {
    data,
    layout: {
      barmode: 'relative',
      showlegend: true,
      xaxis: { title: { text: words.supply.over.year }, tickformat: 'd', dtick: yearTick([path]) },
      yaxis: { title: { text: text.axis }, tickformat: '~s', zeroline: true, zerolinewidth: 2 },
    },
    table: {
      head: [
        words.supply.kinds.cluster,
        words.supply.over.year,
        `${text.axis}: ${text.arrivals}`,
        `${text.axis}: ${text.losses}`,
      ],
      rows: moved.flatMap(({ cluster, years: own }) =>
        own.map(({ year, arrived, lost }) => [cluster, String(year), arrived, lost]),
      ),
    },
  };
}

/** Quarters put together to the years in which they lie. */
function yearly(points: SupplyPath['flows'][number]['points']) {
  const years = new Map<number, { year: number; arrived: number; lost: number }>();
  points.slice(1).forEach((point, at) => {
    const year = Math.floor(points[at].year + 1e-9);
    const sum = years.get(year) ?? { year, arrived: 0, lost: 0 };
    years.set(year, { year, arrived: sum.arrived + point.arrived, lost: sum.lost + point.lost });
  });
  return [...years.values()];
}
