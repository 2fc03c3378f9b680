import type { Model } from '../model';
import { type Builder, createBuilder, type LayerPlan } from './builder';
import { type Rates, resolveRates } from './rates';
import { recomputeFlags } from './recompute';
import { COLUMN, COLUMNS, writeEmbeddingRow, writeHeadRow, writeLayerRow, writeMtpRow } from './row';
import type { Plan, Setup } from './types';

/**
 * Rows of a layer table for one setup. Each set holds one row for every layer kind, then embedding, head and MTP, all
 * under one layer plan; sets are built once and found again by a dense key.
 */
export interface LayerTable {
  setup: Setup;
  rates: Rates;
  builder: Builder;
  kinds: number;
  /** Layers of each kind, those of MTP modules included. */
  layerCounts: Float64Array;
  /** Rows in a set: kinds + 3. */
  rowsPerSet: number;
  columns: Float64Array;
  sets: Map<string, number>;
  count: number;
}

function countLayers(model: Model): Float64Array {
  const counts = new Float64Array(model.kinds.length);
  for (const kind of model.layerKinds) counts[kind]++;
  counts[model.mtpKind] += model.mtpLayers;
  return counts;
}

export function createTable(setup: Setup): LayerTable {
  const rates = resolveRates(setup);
  const kinds = setup.model.kinds.length;
  return {
    setup,
    rates,
    builder: createBuilder(rates, setup),
    kinds,
    layerCounts: countLayers(setup.model),
    rowsPerSet: kinds + 3,
    columns: new Float64Array(COLUMNS * (kinds + 3) * 16),
    sets: new Map(),
    count: 0,
  };
}

function writeSet(table: LayerTable, plan: LayerPlan, at: number): void {
  const { builder, columns, setup, kinds } = table;
  builder.plan = plan;
  builder.tokens = (plan.microBatch * setup.training.sequence) / plan.cp;
  for (let k = 0; k < kinds; k++) writeLayerRow(builder, setup.model.kinds[k], columns, at + k * COLUMNS);
  writeEmbeddingRow(builder, columns, at + kinds * COLUMNS);
  writeHeadRow(builder, columns, at + (kinds + 1) * COLUMNS);
  writeMtpRow(builder, columns, at + (kinds + 2) * COLUMNS);
}

/** Offset of the set's first row in `table.columns`, building the set when it is new. */
export function setOffset(
  table: LayerTable,
  plan: Pick<Plan, 'tp' | 'cp' | 'ep' | 'etp' | 'microBatch' | 'recompute' | 'recomputeShare'>,
): number {
  const key = `${plan.tp},${plan.cp},${plan.ep},${plan.etp},${plan.microBatch},${plan.recompute},${plan.recomputeShare}`;
  const known = table.sets.get(key);
  if (known !== undefined) return known;
  const size = COLUMNS * table.rowsPerSet;
  const at = table.count * size;
  if (at + size > table.columns.length) {
    const grown = new Float64Array(table.columns.length * 2);
    grown.set(table.columns);
    table.columns = grown;
  }
  writeSet(
    table,
    {
      tp: plan.tp,
      cp: plan.cp,
      ep: plan.ep,
      etp: plan.etp,
      microBatch: plan.microBatch,
      recompute: recomputeFlags(plan),
    },
    at,
  );
  table.sets.set(key, at);
  table.count++;
  return at;
}

/** Sum of one column over every layer and both ends, pipeline ignored. */
function modelSum(table: LayerTable, at: number, column: number): number {
  const { columns, kinds, layerCounts } = table;
  const { mtpLayers } = table.setup.model;
  const row = (index: number) => columns[at + index * COLUMNS + column];
  let total = row(kinds) + (1 + mtpLayers) * row(kinds + 1) + mtpLayers * row(kinds + 2);
  for (let k = 0; k < kinds; k++) total += layerCounts[k] * row(k);
  return total;
}

/** Seconds of one pass of a micro-batch through the whole model, as if one rank held all stages. */
export const modelPassSeconds = (table: LayerTable, at: number): number =>
  modelSum(table, at, COLUMN.SECONDS);

/** Bytes that the ranks of a pipeline hold together at least: weights, gradients and one micro-batch's activations. */
export function leastStateBytes(table: LayerTable, at: number): number {
  const { setup, kinds, columns } = table;
  const head = columns[at + (kinds + 1) * COLUMNS + COLUMN.DENSE_PARAMETERS];
  const shared = setup.model.mtpLayers * head;
  const parameters =
    modelSum(table, at, COLUMN.DENSE_PARAMETERS) - shared + modelSum(table, at, COLUMN.EXPERT_PARAMETERS);
  const saved =
    modelSum(table, at, COLUMN.SAVED) -
    (1 + setup.model.mtpLayers) * columns[at + (kinds + 1) * COLUMNS + COLUMN.SAVED];
  return parameters * (2 + setup.stack.switches.gradientBytes) + saved;
}
