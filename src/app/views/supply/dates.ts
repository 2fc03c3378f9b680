import type { SupplyPath, SupplyReport } from '../../../study';
import { formatPercent } from '../../../units';
import { hoverLines } from '../../figures/hover';
import { inks } from '../../figures/palette';
import { plainText } from '../../figures/text';
import type { Drawing } from '../../figures/types';
import type { Theme } from '../../state/theme';
import { words } from '../../words';
import { barAxis } from '../uncertainty/bars';
import { lookOf } from './look';
import { yearTick } from './over-time';
import { monthText } from './text';

/** When each path can first train the run; what is not reached stands at the end, open. */
export function drawDates({ paths }: SupplyReport, language: string, theme: Theme): Drawing {
  const text = words.supply.dates;
  const [begin, end] = [paths[0].points[0].year, paths[0].points[paths[0].points.length - 1].year];
  const low = ({ reached_year80: [first] }: SupplyPath) => first ?? end;
  const high = ({ reached_year80: [, last] }: SupplyPath) => last ?? end;
  const centre = ({ reached_year: year }: SupplyPath) => year ?? end;
  const date = (year: number | null) => (year === null ? words.supply.open : monthText(year, language));
  return {
    data: paths.map((path, index) => {
      const { color, symbol } = lookOf(index, theme);
      const reached = path.reached_year !== null;
      const said = reached ? date(path.reached_year) : text.late(formatPercent(path.reached_share));
      return {
        type: 'scatter' as const,
        mode: 'markers' as const,
        name: plainText(path.name),
        showlegend: false,
        x: [centre(path)],
        y: [index],
        marker: {
          symbol: reached ? symbol : ('triangle-right-open' as const),
          size: 15,
          color,
          line: { width: 2 },
        },
        error_x: {
          type: 'data' as const,
          symmetric: false,
          array: [Math.max(0, high(path) - centre(path))],
          arrayminus: [Math.max(0, centre(path) - low(path))],
          color: inks[theme].text,
          thickness: 1.8,
          width: 7,
        },
        hovertext: [
          hoverLines(said, words.figures.between(...(path.reached_year80.map(date) as [string, string]))),
        ],
        hovertemplate: `%{hovertext}<extra>${plainText(path.name)}</extra>`,
      };
    }),
    layout: {
      height: 120 + 54 * paths.length,
      showlegend: false,
      hovermode: 'closest',
      xaxis: {
        title: { text: text.axis },
        range: [begin - 0.02 * (end - begin), end + 0.04 * (end - begin)],
        tickformat: 'd',
        dtick: yearTick(paths),
      },
      yaxis: barAxis(paths.map(({ name }) => name)),
    },
    table: {
      head: [text.path, text.central, ...words.figures.ends(text.central), words.supply.table.share],
      rows: paths.map((path) => [
        path.name,
        date(path.reached_year),
        date(path.reached_year80[0]),
        date(path.reached_year80[1]),
        formatPercent(path.reached_share),
      ]),
    },
  };
}
