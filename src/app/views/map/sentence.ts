import { islandsOf, turnsOf } from '../../../study/bottlenecks/turns';
import { paragraphs } from '../../../words';
import { words } from '../../words';
import { variedNames } from '../sweep/names';
import type { Grid, Resource } from './grid';
import { placeText } from './place';

/** How much of the map each resource limits and what limits the cluster as asked; then where the limit turns, and single cells. */
export function mapSentence(
  grid: Grid,
  cluster: string,
  keys: { x: string; y: string },
  held: Resource | null,
): string {
  const { map, answer } = words;
  const names = Object.keys(answer.resource) as Resource[];
  const cells = grid.held.flat();
  const shares = names
    .map((name, index) => ({ name, count: cells.filter((held) => held === index).length }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count)
    .map(({ name, count }) =>
      map.share(answer.resource[name], String(Math.round((100 * count) / cells.length))),
    );
  const none = cells.filter((held) => held === null).length;
  if (none > 0) shares.push(map.none(String(Math.round((100 * none) / cells.length))));
  const turns = turnTexts(grid, keys);
  const islands = islandsOf(grid.held).map(({ across, up }) =>
    map.cell(placeText(keys.x, grid.x[across]), placeText(keys.y, grid.y[up])),
  );
  return paragraphs(
    [map.sentence(cluster, shares), ...(held ? [map.star(answer.resource[held])] : [])],
    [
      ...(turns.length > 0 ? [map.turns(variedNames(keys.x).what, variedNames(keys.y).what, turns)] : []),
      ...(islands.length > 0 ? [map.islands(islands)] : []),
    ],
  );
}

/** Between which values of the first input the limit turns, at each of the second; the same turns together. */
function turnTexts({ held, x, y }: Grid, keys: { x: string; y: string }): string[] {
  const { map, answer } = words;
  const names = Object.keys(answer.resource) as Resource[];
  const turns = turnsOf(held);
  const kinds = [...new Map(turns.map(({ from, to }) => [`${from} ${to}`, { from, to }])).values()];
  return kinds.map(({ from, to }) =>
    map.turn(
      answer.resource[names[from]],
      answer.resource[names[to]],
      turns
        .filter((turn) => turn.from === from && turn.to === to)
        .map(({ across, up }) =>
          map.between(
            placeText(keys.x, x[across]),
            placeText(keys.x, x[across + 1]),
            placeText(keys.y, y[up]),
          ),
        ),
    ),
  );
}
