import { loadScenario, loadVariants, type Scenario } from '../../catalog';
import { type Plan, RESOURCES } from '../../step';
import { fail, ok } from '../../units';
import { words } from '../../words';
import { bottleneck, solveCase } from '../case';
import type { VaryReport } from '../types';
import type { Handler } from './handler';

/**
 * A sweep is cut into about this many parts, of at most so many rows: little to lose when it is stopped; and of no
 * fewer than that, because a row starts from the plan of the row before.
 */
const SWEEP_PARTS = 400;
const MOST_ROWS = 25;
const LEAST_ROWS = 4;

const rowsOf = (scenario: Scenario): number => (scenario.vary?.values.length ?? 1) * scenario.cases.length;
const rowsInPart = (rows: number): number =>
  Math.min(MOST_ROWS, Math.max(LEAST_ROWS, Math.ceil(rows / SWEEP_PARTS)));

/** The table of a scenario that varies an input: for each value, for each cluster, the plan searched anew. */
export const vary: Handler<'vary'> = {
  parts({ source }) {
    const scenario = loadScenario(source);
    if (!scenario.ok) return scenario;
    const rows = rowsOf(scenario.value);
    if (scenario.value.vary) return ok(Math.ceil(rows / rowsInPart(rows)));
    const { variesNothing, varyExample } = words().study;
    return fail({
      ...{ file: source.file, line: null, column: null },
      path: 'vary',
      message: variesNothing,
      expected: varyExample,
      nearest: null,
    });
  },
  run({ source }, index) {
    const opened = loadVariants(source);
    if (!opened.ok) return opened;
    const { base, variant } = opened.value;
    const values = base.vary?.values ?? [Number.NaN];
    const rows = rowsOf(base);
    const from = index * rowsInPart(rows);
    // The best plan of the row before, of each cluster.
    const hints: (Plan | null)[] = base.cases.map(() => null);
    const reports: VaryReport[] = [];
    for (let row = from; row < Math.min(rows, from + rowsInPart(rows)); row++) {
      const valueIndex = Math.floor(row / base.cases.length);
      const varied = variant(valueIndex);
      if (!varied.ok) return varied;
      reports.push(rowOf(base, values[valueIndex], row % base.cases.length, varied.value, hints));
    }
    return ok(concatenate(reports));
  },
  merge: (_, reports) => concatenate(reports),
};

/** One row of a sweep, as columns of length one; takes the hint for its cluster and leaves the next. */
function rowOf(
  base: Scenario,
  value: number,
  cluster: number,
  variant: Scenario,
  hints: (Plan | null)[],
): VaryReport {
  const { search, report } = solveCase(variant.cases[cluster], { top: 1, hint: hints[cluster] });
  hints[cluster] = search.best?.plan ?? hints[cluster];
  const column = (x: number | null | undefined) => Float64Array.of(x ?? Number.NaN);
  return {
    question: base.question,
    key: base.vary?.key ?? '',
    unit: base.vary?.unit ?? '',
    clusters: base.cases.map((item) => item.cluster),
    columns: {
      value: column(value),
      cluster: column(cluster),
      tokens_per_second: column(report.tokens_per_second),
      low: column(report.interval80?.tokens_per_second[0]),
      high: column(report.interval80?.tokens_per_second[1]),
      mfu: column(report.mfu),
      days: column(report.days),
      step_time_s: column(report.step_time_s),
      bottleneck: column(search.best ? RESOURCES.indexOf(bottleneck(search.best)) : null),
    },
  };
}

function concatenate(reports: VaryReport[]): VaryReport {
  const names = Object.keys(reports[0].columns) as (keyof VaryReport['columns'])[];
  const columns = {} as VaryReport['columns'];
  for (const name of names) {
    const length = reports.reduce((sum, report) => sum + report.columns[name].length, 0);
    const joined = new Float64Array(length);
    let at = 0;
    for (const report of reports) {
      joined.set(report.columns[name], at);
      at += report.columns[name].length;
    }
    columns[name] = joined;
  }
  return { ...reports[0], columns };
}
