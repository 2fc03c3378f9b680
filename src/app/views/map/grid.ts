import type { CaseReport, VaryReport } from '../../../study';
import { axisScale } from '../../state/vary';

export type Resource = keyof NonNullable<CaseReport['elasticity']>;

/** A sweep over two inputs as a grid: `cells[y][x]`, null where nothing fits or is not there yet. */
export interface Grid {
  x: number[];
  y: number[];
  rate: (number | null)[][];
  /** The place of the limiting resource among `resources`. */
  held: (number | null)[][];
}

export function gridOf(report: VaryReport, xKey: string, yKey: string): Grid {
  const column = (key: string) => {
    const axis = report.axes.find((entry) => entry.key === key);
    const values = axis && report.inputs[axis.column];
    const scale = axisScale(key);
    return Array.from(values ?? [], (value) => Number((value * scale).toPrecision(12)));
  };
  const [xs, ys] = [column(xKey), column(yKey)];
  const ascending = (values: number[]) => [...new Set(values)].sort((a, b) => a - b);
  const [x, y] = [ascending(xs), ascending(ys)];
  const empty = () => y.map(() => x.map((): number | null => null));
  const grid: Grid = { x, y, rate: empty(), held: empty() };
  for (const [row, value] of xs.entries()) {
    const [across, up] = [x.indexOf(value), y.indexOf(ys[row])];
    const rate = report.columns.tokens_per_second[row];
    if (Number.isNaN(rate)) continue;
    grid.rate[up][across] = rate;
    grid.held[up][across] = report.columns.bottleneck[row];
  }
  return grid;
}
