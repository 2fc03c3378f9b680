import { pointValues, type Scenario, type Variants } from '../../catalog';
import { findBestPlan } from '../../search';
import { type Plan, RESOURCES } from '../../step';
import { ok, type Result, steadyLog } from '../../units';
import { bottleneck } from '../case';
import { bottlenecksReading } from '../reading';
import { bordersOf } from './borders';
import { BORDER_COLUMNS, type BottlenecksReport, MAP_COLUMNS } from './types';

export * from './types';

const emptyColumns = <N extends string>(names: readonly N[], length: number) =>
  Object.fromEntries(names.map((name) => [name, new Float64Array(length).fill(Number.NaN)])) as Record<
    N,
    Float64Array
  >;

function emptyMap({ question, model, cases, vary }: Scenario, length: number): BottlenecksReport {
  const axis = (at: number) => {
    const { column = '', unit = '', values = [] } = vary?.axes[at] ?? {};
    return { key: column, unit, values: [...values].sort((a, b) => a - b) };
  };
  return {
    ...{ question, model, x: axis(0), y: axis(1) },
    clusters: cases.map(({ cluster }) => cluster),
    resources: [...RESOURCES],
    columns: emptyColumns(MAP_COLUMNS, length),
    borders: emptyColumns(BORDER_COLUMNS, 0),
    reading: '',
  };
}

/** Cells `from` to `to` of the map, every cluster of each, planned anew. */
export function mapCells({ base, variant }: Variants, from: number, to: number): Result<BottlenecksReport> {
  const report = emptyMap(base, (to - from) * base.cases.length);
  const { columns } = report;
  const hints: (Plan | null)[] = base.cases.map(() => null);
  for (let point = from, at = 0; point < to; point++) {
    const varied = variant(point);
    if (!varied.ok) return varied;
    const [x, y] = base.vary ? pointValues(base.vary, point) : [];
    for (const [cluster, item] of varied.value.cases.entries()) {
      const { best } = findBestPlan(item.setup, item.constraints, { top: 1, hint: hints[cluster] });
      hints[cluster] = best?.plan ?? hints[cluster];
      columns.cluster[at] = cluster;
      columns.x[at] = x;
      columns.y[at] = y;
      if (best) {
        columns.tokens_per_second[at] = best.tokensPerSecond;
        const { tp, pp, ep, cp, microBatch } = best.plan;
        for (const [name, size] of Object.entries({ tp, pp, ep, cp, micro_batch: microBatch }))
          columns[name as 'tp'][at] = size;
        for (const resource of RESOURCES) columns[resource][at] = best.elasticity[resource];
        columns.bottleneck[at] = RESOURCES.indexOf(bottleneck(best));
      }
      at++;
    }
  }
  return ok(report);
}

/** Puts cells together; where the map is whole, slopes and borders are found too. */
export function mapReport({ base }: Variants, parts: readonly BottlenecksReport[]): BottlenecksReport {
  const length = parts.reduce((sum, { columns }) => sum + columns.x.length, 0);
  const report = emptyMap(base, length);
  let at = 0;
  for (const { columns } of parts) {
    for (const name of MAP_COLUMNS) report.columns[name].set(columns[name], at);
    at += columns.x.length;
  }
  const pieces = base.cases.map((_, cluster) => clusterMap(report, cluster));
  const all = pieces.flatMap((own, cluster) => own.map((piece) => ({ ...piece, cluster })));
  for (const name of BORDER_COLUMNS) report.borders[name] = Float64Array.from(all, (piece) => piece[name]);
  return { ...report, reading: bottlenecksReading(report) };
}

/** Writes the slopes of one cluster and finds its borders. Cells that are not there yet count as those that do not fit. */
function clusterMap(report: BottlenecksReport, cluster: number) {
  const { x, y, columns } = report;
  const cells = new Map<string, number>();
  columns.x.forEach((value, row) => {
    if (columns.cluster[row] === cluster) cells.set(`${value} ${columns.y[row]}`, row);
  });
  const rowAt = (i: number, j: number) => cells.get(`${x.values[i]} ${y.values[j]}`) ?? -1;
  const slope = (a: number, b: number, from: number, to: number): number => {
    const [before, after] = [columns.tokens_per_second[a], columns.tokens_per_second[b]];
    if (!(before > 0 && after > 0 && from > 0 && to > from)) return Number.NaN;
    return steadyLog(after / before) / steadyLog(to / from);
  };
  const fields = RESOURCES.map(() => new Float64Array(x.values.length * y.values.length).fill(Number.NaN));
  for (let j = 0; j < y.values.length; j++) {
    for (let i = 0; i < x.values.length; i++) {
      const row = rowAt(i, j);
      if (row < 0) continue;
      RESOURCES.forEach((resource, r) => {
        fields[r][j * x.values.length + i] = columns[resource][row];
      });
      const [left, right] = [Math.max(0, i - 1), Math.min(x.values.length - 1, i + 1)];
      const [down, up] = [Math.max(0, j - 1), Math.min(y.values.length - 1, j + 1)];
      columns.replanned_x[row] = slope(rowAt(left, j), rowAt(right, j), x.values[left], x.values[right]);
      columns.replanned_y[row] = slope(rowAt(i, down), rowAt(i, up), y.values[down], y.values[up]);
    }
  }
  return bordersOf({ x: x.values, y: y.values, fields });
}
