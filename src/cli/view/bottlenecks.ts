import type { BottlenecksReport } from '../../study';
import { formatBandwidth, formatBytes, formatFlops, formatNumber, formatPercent } from '../../units';
import { words } from '../../words';
import { blocks, titled, wrap } from './table';

const byUnit: Readonly<Record<string, (value: number) => string>> = {
  'B/s': formatBandwidth,
  B: formatBytes,
  'FLOP/s': formatFlops,
};
const shown = (value: number, unit: string): string => byUnit[unit]?.(value) ?? formatNumber(value, 4);

/** The map for a reader: a letter for the limiting resource and its elasticity, a table for each cluster. */
export function bottlenecksText(report: BottlenecksReport): string {
  const { bottlenecks: say, compare, resource } = words().cli;
  return blocks(
    `${wrap(report.question)}\n${compare.model(report.model)}`,
    wrap(report.reading),
    ...report.clusters.map((name, cluster) => clusterMap(report, name, cluster)),
    wrap(say.legend(report.resources.map((one) => `${say.letter[one]} ${resource[one]}`).join(', '))),
  );
}

function clusterMap({ x, y, columns, resources }: BottlenecksReport, name: string, cluster: number): string {
  const { bottlenecks: say } = words().cli;
  const cell = (across: number, up: number): string => {
    const row = columns.x.findIndex(
      (value, at) => value === across && columns.y[at] === up && columns.cluster[at] === cluster,
    );
    const limit = resources[columns.bottleneck[row]];
    return limit ? `${say.letter[limit]} ${formatPercent(columns[limit][row])}` : say.nothing;
  };
  const head = (key: string, unit: string) => (unit === '' || byUnit[unit] ? key : `${key} ${unit}`);
  return titled(
    say.title(name, head(x.key, x.unit)),
    [
      { head: head(y.key, y.unit), right: true },
      ...x.values.map((value) => ({ head: shown(value, x.unit), right: true })),
    ],
    [...y.values].reverse().map((up) => [shown(up, y.unit), ...x.values.map((across) => cell(across, up))]),
  );
}
