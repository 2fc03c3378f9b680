import { formatPercent } from '../../units';
import { words } from '../../words';
import type { BottlenecksReport } from '../bottlenecks';
import { islandsOf, turnsOf } from '../bottlenecks/turns';
import { amountText, inputText, nameText, placeText } from './numbers';

type Report = Omit<BottlenecksReport, 'reading'>;
type Axis = BottlenecksReport['x'];

/** One paragraph about a map: where along the first input the limit turns, what limits how much, and single cells. */
export const bottlenecksReading = (report: Report): string =>
  report.clusters.map((name, cluster) => clusterText(report, name, cluster)).join(' ');

const valueText = ({ key, unit }: Axis, value: number): string =>
  placeText({ key, unit, labels: null, cluster: null }, value);

function clusterText(report: Report, name: string, cluster: number): string {
  const { resources, x, y } = report;
  const say = words().reading;
  const held = heldOf(report, cluster);
  const cells = held.flat();
  const shares = resources
    .map((resource, r) => ({ resource, share: cells.filter((one) => one === r).length / cells.length }))
    .filter(({ share }) => share > 0)
    .sort((a, b) => b.share - a.share);
  if (shares.length === 0) return say.mapNothing(name);
  const named = words().cli.resource;
  const parts = shares.map(({ resource, share }) => say.mapShare(named[resource], formatPercent(share)));
  const turns = turnsOf(held);
  const kinds = [...new Set(turns.map(({ from, to }) => `${from} ${to}`))];
  const islands = islandsOf(held).map(({ across, up }) =>
    say.mapAt(valueText(x, x.values[across]), valueText(y, y.values[up])),
  );
  return [
    ...kinds.map((kind) => {
      const own = turns.filter(({ from, to }) => `${from} ${to}` === kind);
      const [{ from, to }] = own;
      const each = own.map(({ across, up }) =>
        say.mapBetween(
          amountText(x.unit, x.values[across]),
          amountText(x.unit, x.values[across + 1]),
          valueText(y, y.values[up]),
        ),
      );
      const along = inputText({ key: x.key, cluster: null });
      return say.mapTurn(nameText(name), along, named[resources[from]], named[resources[to]], each);
    }),
    say.mapOf(nameText(name), say.list(parts)),
    ...(islands.length > 0 ? [say.mapIslands(islands, plansDiffer(report, cluster, held))] : []),
  ].join(' ');
}

const rowAt = ({ columns, x, y }: Report, cluster: number, across: number, up: number): number =>
  columns.x.findIndex(
    (value, row) =>
      value === x.values[across] && columns.y[row] === y.values[up] && columns.cluster[row] === cluster,
  );

function heldOf(report: Report, cluster: number): (number | null)[][] {
  return report.y.values.map((_, up) =>
    report.x.values.map((_, across) => {
      const held = report.columns.bottleneck[rowAt(report, cluster, across, up)];
      return Number.isFinite(held) ? held : null;
    }),
  );
}

const PLAN = ['tp', 'pp', 'ep', 'cp', 'micro_batch'] as const;

/** Has every island a plan that is not that of both cells beside it? */
function plansDiffer(report: Report, cluster: number, held: (number | null)[][]): boolean {
  const { columns } = report;
  const same = (a: number, b: number) => PLAN.every((name) => columns[name][a] === columns[name][b]);
  return islandsOf(held).every(({ across, up }) => {
    const [before, own, behind] = [-1, 0, 1].map((step) => rowAt(report, cluster, across + step, up));
    return !(same(own, before) && same(own, behind));
  });
}
