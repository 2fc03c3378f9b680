import type { Scenario } from '../../catalog';
import { RESOURCES } from '../../step';
import { joined } from '../joined';
import { type CaseReport, SWEEP_COLUMNS, type SweepColumn, type VaryReport } from '../types';

/** One row: its place in the whole table, its cluster's place, the value of each input that varies, what it came to. */
interface Row {
  row: number;
  cluster: number;
  values: readonly number[];
  solved: CaseReport;
}

/** Columns of one buffer: a part of a sweep crosses to other threads whole, not as dozens of small buffers. */
function columnsIn(buffer: Float64Array, length: number) {
  let used = 0;
  return <K extends string>(names: readonly K[]): Record<K, Float64Array> => {
    const column = () => buffer.subarray(length * used, length * ++used);
    return Object.fromEntries(names.map((name) => [name, column()])) as Record<K, Float64Array>;
  };
}

/** The report of a scenario's table with room for `length` of its `rows`. */
export function emptyReport({ question, vary, cases }: Scenario, rows: number, length: number): VaryReport {
  const clusters = cases.map(({ cluster }) => cluster);
  const axes = (vary?.axes ?? []).map(({ column, key, unit, cluster, labels, repeated }) => ({
    ...{ column, key, unit, labels, repeated },
    cluster: cluster === null ? null : clusters[cluster],
  }));
  const inputs = axes.map(({ column }) => column);
  const derived = (vary?.derived ?? []).map(({ name }) => name);
  const count = SWEEP_COLUMNS.length + inputs.length + derived.length;
  const columns = columnsIn(new Float64Array(count * length), length);
  return {
    ...{
      question,
      key: vary?.key ?? '',
      unit: vary?.unit ?? '',
      clusters,
      axes,
      rows,
      shard: null,
      notes: [],
      reading: '',
    },
    columns: columns(SWEEP_COLUMNS),
    inputs: columns(inputs),
    derived: columns(derived),
  };
}

const numbers: Readonly<Record<SweepColumn, (row: Row) => number | null | undefined>> = {
  row: ({ row }) => row,
  value: ({ values }) => values[0],
  cluster: ({ cluster }) => cluster,
  tokens_per_second: ({ solved }) => solved.tokens_per_second,
  low: ({ solved }) => solved.interval80?.tokens_per_second[0],
  high: ({ solved }) => solved.interval80?.tokens_per_second[1],
  mfu: ({ solved }) => solved.mfu,
  days: ({ solved }) => solved.days,
  step_time_s: ({ solved }) => solved.step_time_s,
  bottleneck: ({ solved }) => (solved.bottleneck ? RESOURCES.indexOf(solved.bottleneck) : null),
  days_low: ({ solved }) => solved.interval80?.days[0],
  days_high: ({ solved }) => solved.interval80?.days[1],
  chips: ({ solved }) => solved.chips,
  goodput: ({ solved }) => solved.goodput,
  memory_bytes_per_chip: ({ solved }) => solved.memory_bytes_per_chip,
  cost_usd: ({ solved }) => solved.cost_usd,
  cost_low: ({ solved }) => solved.interval80?.cost_usd[0],
  cost_high: ({ solved }) => solved.interval80?.cost_usd[1],
  energy_j: ({ solved }) => solved.energy_j,
  tp: ({ solved }) => solved.plan?.tp,
  pp: ({ solved }) => solved.plan?.pp,
  vpp: ({ solved }) => solved.plan?.vpp,
  ep: ({ solved }) => solved.plan?.ep,
  etp: ({ solved }) => solved.plan?.etp,
  cp: ({ solved }) => solved.plan?.cp,
  dp: ({ solved }) => solved.plan?.dp,
  micro_batch: ({ solved }) => solved.plan?.micro_batch,
};

export function setRow({ columns, inputs, axes }: VaryReport, at: number, row: Row): void {
  for (const name of SWEEP_COLUMNS) columns[name][at] = numbers[name](row) ?? Number.NaN;
  for (const [axis, { column }] of axes.entries()) inputs[column][at] = row.values[axis];
}

/** The rows of all reports, in their order, in one. */
export function concatenate(reports: readonly VaryReport[]): VaryReport {
  const join = (pick: (report: VaryReport) => Record<string, Float64Array>) =>
    Object.fromEntries(
      Object.keys(pick(reports[0])).map((name) => [
        name,
        joined(reports.map((report) => pick(report)[name])),
      ]),
    );
  return {
    ...reports[0],
    columns: join(({ columns }) => columns) as VaryReport['columns'],
    inputs: join(({ inputs }) => inputs),
    derived: join(({ derived }) => derived),
  };
}
