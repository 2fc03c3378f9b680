import { RESOURCES } from '../../step';
import type { SweepColumn, VaryReport } from '../../study';

/** A number, a text, or nothing. */
export type Cell = number | string | null;

/** A table as it is written: the heads of its columns, and rows of cells. */
export interface Table {
  head: string[];
  rows: Cell[][];
}

/** The columns that a shard's table has in front, by which shards are put together. */
export const SHARD_HEAD = ['row', 'rows', 'scenario'] as const;

/** Columns that hold text whatever stands in them. */
export const isText = (head: string): boolean => ['cluster', 'bottleneck', 'scenario'].includes(head);

const heads: Readonly<Partial<Record<SweepColumn, string>>> = {
  low: 'tokens_per_second_low80',
  high: 'tokens_per_second_high80',
  days_low: 'days_low80',
  days_high: 'days_high80',
  cost_low: 'cost_usd_low80',
  cost_high: 'cost_usd_high80',
};

interface Column {
  head: string;
  cell: (at: number) => Cell;
}

/** A sweep in SI: its inputs, the cluster, what each row came to, the derived columns; `scenario` marks a shard. */
export function tableOf(report: VaryReport, scenario: string | null): Table {
  const columns = [
    ...(scenario === null ? [] : shardColumns(report, scenario)),
    ...inputColumns(report),
    ...resultColumns(report),
    ...Object.entries(report.derived).map(([head, values]) => ({ head, cell: numbers(values) })),
  ];
  return {
    head: columns.map(({ head }) => head),
    rows: Array.from(report.columns.row, (_, at) => columns.map(({ cell }) => cell(at))),
  };
}

const numbers = (values: Float64Array) => (at: number) => (Number.isFinite(values[at]) ? values[at] : null);

const shardColumns = ({ columns, rows }: VaryReport, scenario: string): Column[] => [
  { head: SHARD_HEAD[0], cell: numbers(columns.row) },
  { head: SHARD_HEAD[1], cell: () => rows },
  { head: SHARD_HEAD[2], cell: () => scenario },
];

const inputColumns = ({ axes, inputs }: VaryReport): Column[] =>
  axes.map(({ column, unit, labels }) => ({
    head: unit === '' ? column : `${column} (${unit})`,
    cell: labels ? (at) => labels[inputs[column][at]] ?? null : numbers(inputs[column]),
  }));

function resultColumns({ axes, clusters, columns }: VaryReport): Column[] {
  const inputs = axes.map(({ column }) => column);
  return (Object.keys(columns) as SweepColumn[])
    .filter((name) => name !== 'row' && name !== 'value' && !inputs.includes(name))
    .map((name) => {
      const values = columns[name];
      if (name === 'cluster') return { head: name, cell: (at) => clusters[values[at]] ?? null };
      if (name === 'bottleneck') return { head: name, cell: (at) => RESOURCES[values[at]] ?? null };
      return { head: heads[name] ?? name, cell: numbers(values) };
    });
}
