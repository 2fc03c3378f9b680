import { formatPercent } from '../../units';
import { words } from '../../words';
import type { BottlenecksReport } from '../bottlenecks';
import { placeText } from './numbers';

/** One paragraph about a map: what limits each cluster over how much of it, and where the border first lies. */
export const bottlenecksReading = (report: Omit<BottlenecksReport, 'reading'>): string =>
  report.clusters.map((name, cluster) => clusterText(report, name, cluster)).join(' ');

function clusterText(report: Omit<BottlenecksReport, 'reading'>, name: string, cluster: number): string {
  const { columns, resources, borders, x, y } = report;
  const say = words().reading;
  const own = Array.from(columns.bottleneck).filter((_, row) => columns.cluster[row] === cluster);
  const shares = resources
    .map((resource, r) => ({ resource, share: own.filter((held) => held === r).length / own.length }))
    .filter(({ share }) => share > 0)
    .sort((a, b) => b.share - a.share);
  if (shares.length === 0) return say.mapNothing(name);
  const named = words().cli.resource;
  const parts = shares.map(({ resource, share }) => say.mapShare(named[resource], formatPercent(share)));
  const at = borders.cluster.indexOf(cluster);
  if (at < 0) return say.mapOf(name, say.list(parts), '');
  const place = say.list([
    placeText({ key: x.key, column: x.key, unit: x.unit, labels: null, cluster: null }, borders.x1[at]),
    placeText({ key: y.key, column: y.key, unit: y.unit, labels: null, cluster: null }, borders.y1[at]),
  ]);
  const [one, other] = [resources[borders.one[at]], resources[borders.other[at]]];
  return say.mapOf(name, say.list(parts), say.mapBorder(named[one], named[other], place));
}
