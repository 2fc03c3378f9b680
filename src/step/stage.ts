import { LANES } from './lanes';
import type { PipelineLayout } from './layout';
import { COLUMN, COLUMNS } from './row';
import type { LayerTable } from './table';

/** Totals over the layers of the pipeline ranks, for one layer plan and one layout. Seconds are of one micro-batch. */
export interface StageSums {
  /** Type with the longest time, and that time. */
  busiest: number;
  total: number;
  /** Mean over all ranks. */
  meanTotal: number;
  /** Largest parameter counts of any rank: dense and expert. */
  denseParameters: number;
  expertParameters: number;
  /** By type, `TYPE.SIZE` numbers each. */
  types: Float64Array;
}

/** Parameters of a rank type; bytes that a micro-batch saves, the head's apart; the head's; largest temporary bytes. */
export const TYPE = { DENSE: 0, EXPERTS: 1, SAVED: 2, HEAD: 3, WORKSPACE: 4, SIZE: 5 } as const;

const MAX_TYPES = 512;

export function createStageSums(): StageSums {
  return {
    busiest: 0,
    total: 0,
    meanTotal: 0,
    denseParameters: 0,
    expertParameters: 0,
    types: new Float64Array(MAX_TYPES * TYPE.SIZE),
  };
}

/** Seconds of a micro-batch on the busiest rank: of `sumStages` the part that a search looks at first. */
export function busiestSeconds(
  { columns }: LayerTable,
  at: number,
  { types, starts, row, count }: PipelineLayout,
): number {
  let most = 0;
  for (let q = 0; q < types; q++) {
    let total = 0;
    for (let j = starts[q]; j < starts[q + 1]; j++) {
      total += count[j] * columns[at + row[j] * COLUMNS + COLUMN.SECONDS];
    }
    if (total > most) most = total;
  }
  return most;
}

/** Fills `s` from the set of rows at `at`; no allocation. */
export function sumStages(s: StageSums, table: LayerTable, at: number, layout: PipelineLayout): void {
  const { columns } = table;
  const { starts, row, count, multiplicity } = layout;
  const { types } = s;
  const headRow = layout.rows - 2;
  let ranks = 0;
  let busiest = 0;
  let busiestTotal = 0;
  let meanTotal = 0;
  let mostDense = 0;
  let mostExperts = 0;
  for (let q = 0; q < layout.types; q++) {
    let total = 0;
    let dense = 0;
    let experts = 0;
    let saved = 0;
    let workspace = 0;
    let head = 0;
    for (let j = starts[q]; j < starts[q + 1]; j++) {
      const n = count[j];
      const k = row[j];
      const cell = at + k * COLUMNS;
      total += n * columns[cell + COLUMN.SECONDS];
      experts += n * columns[cell + COLUMN.EXPERT_PARAMETERS];
      if (k === headRow) {
        // An MTP head shares the output head's weights.
        dense += Math.min(n, 1) * columns[cell + COLUMN.DENSE_PARAMETERS];
        head = columns[cell + COLUMN.SAVED];
      } else {
        dense += n * columns[cell + COLUMN.DENSE_PARAMETERS];
        saved += n * columns[cell + COLUMN.SAVED];
      }
      if (columns[cell + COLUMN.WORKSPACE] > workspace) workspace = columns[cell + COLUMN.WORKSPACE];
    }
    if (total > busiestTotal) {
      busiest = q;
      busiestTotal = total;
    }
    const share = multiplicity[q];
    ranks += share;
    meanTotal += share * total;
    if (dense > mostDense) mostDense = dense;
    if (experts > mostExperts) mostExperts = experts;
    const type = q * TYPE.SIZE;
    types[type + TYPE.DENSE] = dense;
    types[type + TYPE.EXPERTS] = experts;
    types[type + TYPE.SAVED] = saved;
    types[type + TYPE.HEAD] = head;
    types[type + TYPE.WORKSPACE] = workspace;
  }
  s.busiest = busiest;
  s.total = busiestTotal;
  s.meanTotal = meanTotal / ranks;
  s.denseParameters = mostDense;
  s.expertParameters = mostExperts;
}

/** Lanes of one pass of the busiest type, and of the mean rank. */
export interface PassLanes {
  busiest: Float64Array;
  mean: Float64Array;
}

/** Fills `result`. */
export function stageLanes(
  result: PassLanes,
  table: LayerTable,
  at: number,
  layout: PipelineLayout,
  busiest: number,
): void {
  let ranks = 0;
  for (const share of layout.multiplicity) ranks += share;
  for (let i = 0; i < LANES; i++) result.busiest[i] = result.mean[i] = 0;
  for (let q = 0; q < layout.types; q++) {
    for (let k = 0; k < layout.rows; k++) {
      const n = layout.counts[q * layout.rows + k];
      if (n === 0) continue;
      const row = at + k * COLUMNS;
      for (let i = 0; i < LANES; i++) {
        const seconds = n * table.columns[row + COLUMN.LANES + i];
        result.mean[i] += (seconds * layout.multiplicity[q]) / ranks;
        if (q === busiest) result.busiest[i] += seconds;
      }
    }
  }
}

/** Sum of one column over the busiest rank's layers. */
export function stageColumn(
  table: LayerTable,
  at: number,
  layout: PipelineLayout,
  type: number,
  column: number,
): number {
  let sum = 0;
  for (let k = 0; k < layout.rows; k++)
    sum += layout.counts[type * layout.rows + k] * table.columns[at + k * COLUMNS + column];
  return sum;
}
