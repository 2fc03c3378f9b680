import type { PointReport } from '../../../study';
import { formatCount, formatNumber } from '../../../units';
import { hoverLines, rangedLines } from '../../figures/hover';
import { faded, inks, MARKERS, PARTS } from '../../figures/palette';
import { plainText } from '../../figures/text';
import type { Drawing } from '../../figures/types';
import type { Theme } from '../../state/theme';
import { words } from '../../words';
import { choices } from './filter';

/** Chips that get a colour of their own; the rest share one. */
const OWN = 6;

/** Predicted against measured on logarithmic axes, with intervals; `customdata` is the run's id. */
export function drawScatter(points: readonly PointReport[], theme: Theme): Drawing {
  const text = words.validation;
  const chips = choices(points, 'chip')
    .slice(0, OWN)
    .map(([chip]) => chip);
  const groups = [...chips, null].map((chip, index) => ({
    name: chip ?? words.figures.others,
    index,
    points: points.filter((point) => (chip ? point.chip === chip : !chips.includes(point.chip))),
  }));
  const values = points.flatMap(({ measured, predicted }) => [measured, predicted ?? measured]);
  const ends = [0.8 * Math.min(...values), 1.25 * Math.max(...values)];
  return {
    data: [
      {
        type: 'scatter',
        mode: 'lines',
        name: text.scatter.equal,
        x: ends,
        y: ends,
        line: { color: inks[theme].soft, width: 1.5, dash: 'dash' },
        hoverinfo: 'skip',
      },
      ...groups
        .filter((group) => group.points.length > 0)
        .map(({ name, index, points: own }) => ({
          type: 'scatter' as const,
          mode: 'markers' as const,
          name: plainText(name),
          x: own.map((point) => point.measured),
          y: own.map((point) => point.predicted),
          customdata: own.map((point) => point.id),
          error_y: {
            type: 'data' as const,
            symmetric: false,
            array: own.map(({ predicted, interval80: i }) => (i ? i[1] - (predicted ?? 0) : 0)),
            arrayminus: own.map(({ predicted, interval80: i }) => (i ? (predicted ?? 0) - i[0] : 0)),
            color: faded(PARTS[index][theme], 0.35),
            thickness: 1,
            width: 0,
          },
          marker: {
            symbol: own.map(({ judged }) =>
              judged ? MARKERS[index % MARKERS.length] : (`${MARKERS[index % MARKERS.length]}-open` as const),
            ),
            color: PARTS[index][theme],
            size: 7,
          },
          hovertext: own.map((point) => hoverOf(point)),
          hovertemplate: '%{hovertext}<extra></extra>',
        })),
    ],
    layout: {
      height: 520,
      showlegend: true,
      hovermode: 'closest',
      xaxis: { type: 'log', title: { text: text.scatter.x }, dtick: 1, tickformat: '~s' },
      yaxis: { type: 'log', title: { text: text.scatter.y }, dtick: 1, tickformat: '~s' },
    },
    table: pointTable(points),
  };
}

/** The run, what was measured, and what is predicted with its interval; its source is a tap away. */
function hoverOf(run: PointReport): string {
  const { id, model, chips, chip, precision, measured, predicted, interval80, group, date } = run;
  const { point: text } = words.validation;
  const say = (value: number) => formatNumber(value);
  const [central, ends] = rangedLines(predicted, interval80, say);
  return hoverLines(
    id,
    `${model}, ${formatCount(chips)} × ${chip}, ${precision}`,
    text.measured(say(measured)),
    central === undefined ? null : text.foreseen(central),
    ends ?? null,
    `${group}, ${date}`,
  );
}

function pointTable(points: readonly PointReport[]) {
  const { table, chip, model, framework } = words.validation;
  return {
    head: [
      table.id,
      model,
      chip,
      table.chips,
      table.precision,
      framework,
      table.date,
      table.measured,
      table.predicted,
      ...words.figures.ends(table.predicted),
      table.error,
    ],
    rows: points.map((point) => [
      point.id,
      point.model,
      point.chip,
      point.chips,
      point.precision,
      point.framework,
      point.date,
      point.measured,
      point.predicted,
      point.interval80?.[0] ?? null,
      point.interval80?.[1] ?? null,
      point.error === null ? null : 100 * point.error,
    ]),
    links: points.map((point) => point.source_url),
  };
}
