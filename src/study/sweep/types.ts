/** What a row of a sweep holds beside its inputs: numbers in SI, places in lists where the name is not of a number. */
export const SWEEP_COLUMNS = [
  /** Place in the whole table, of which the report may hold a shard. */
  'row',
  /** Of the first input. */
  'value',
  /** Place in `clusters`. */
  'cluster',
  'tokens_per_second',
  'low',
  'high',
  'mfu',
  'days',
  'step_time_s',
  /** Place in the list of resources. */
  'bottleneck',
  'days_low',
  'days_high',
  'chips',
  'goodput',
  'memory_bytes_per_chip',
  'cost_usd',
  'cost_low',
  'cost_high',
  'energy_j',
  'tp',
  'pp',
  'vpp',
  'ep',
  'etp',
  'cp',
  'dp',
  'micro_batch',
] as const;
export type SweepColumn = (typeof SWEEP_COLUMNS)[number];

/** Columns of a sweep: `columns[name]` has one value per row; NaN where infeasible. */
export interface VaryReport {
  question: string;
  /** Of the first input that varies. */
  key: string;
  unit: string;
  clusters: string[];
  /** All inputs that vary, in the order written; a cluster's name where an input is of one cluster only. */
  axes: {
    column: string;
    key: string;
    unit: string;
    cluster: string | null;
    labels: string[] | null;
    /** Steps of a range that came to the same whole number as another; each number stands once. */
    repeated: number;
  }[];
  /** Rows of the whole table. */
  rows: number;
  shard: Shard | null;
  /** Row order: for each point (of a grid the last input moves fastest), for each cluster. */
  columns: Record<SweepColumn, Float64Array>;
  /** By the column's name; of a choice the place in its labels. */
  inputs: Record<string, Float64Array>;
  /** The columns that the scenario derives from others. */
  derived: Record<string, Float64Array>;
  /** What the table lacks without a sign of it; they end the reading. */
  notes: string[];
  /** One paragraph about the result, made of its numbers. */
  reading: string;
}

/** The rows of a table whose number leaves the remainder `index` when divided by `of`. */
export interface Shard {
  index: number;
  of: number;
}
