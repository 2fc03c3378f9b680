import type { Model } from '../model';
import { BUILT, type Builder, createBuilder, type LayerPlan } from './builder';
import type { Constants } from './constants';
import { type Rates, resolveRates } from './rates';
import { recomputeFlags } from './recompute';
import {
  buildMixer,
  COLUMN,
  COLUMNS,
  writeEmbeddingRow,
  writeHeadRow,
  writeLayerRow,
  writeMtpRow,
} from './row';
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
  /** First set of each layer plan up to its expert parallelism: rows without routed experts are copied from it. */
  bases: Map<string, number>;
  /** Norms and mixers of each base set's layer kinds: `BUILT` numbers a kind, and where those of a base set begin. */
  mixers: Float64Array;
  mixersOf: Map<number, number>;
  /** For each row of a set: does it depend on how experts are spread? */
  routed: boolean[];
  count: number;
}

/** Doubles: room for the few sets of a single plan. */
const FIRST_ROOM = 512;

function countLayers(model: Model): Float64Array {
  const counts = new Float64Array(model.kinds.length);
  for (const kind of model.layerKinds) counts[kind]++;
  counts[model.mtpKind] += model.mtpLayers;
  return counts;
}

/** What a table keeps its numbers in, to be used again by another when nobody reads the first any more. */
export type TableSpace = Pick<LayerTable, 'columns' | 'mixers'>;

const createTableSpace = (): TableSpace => ({
  columns: new Float64Array(FIRST_ROOM),
  mixers: new Float64Array(FIRST_ROOM),
});

/** An empty table; its rates come from the setup's own constants unless others are given. */
export function createTable(
  setup: Setup,
  constants?: Constants,
  { columns, mixers }: TableSpace = createTableSpace(),
): LayerTable {
  const rates = resolveRates(setup, constants);
  const kinds = setup.model.kinds.length;
  return {
    setup,
    rates,
    builder: createBuilder(rates, setup),
    kinds,
    layerCounts: countLayers(setup.model),
    rowsPerSet: kinds + 3,
    columns,
    sets: new Map(),
    bases: new Map(),
    mixers,
    mixersOf: new Map(),
    routed: setup.model.kinds.map((kind) => kind.feedForward?.kind === 'moe'),
    count: 0,
  };
}

/** Empties the table and gives it other rates of the same setup. */
export function renewTable(table: LayerTable, rates: Rates): void {
  table.rates = rates;
  table.builder.rates = rates;
  table.sets.clear();
  table.bases.clear();
  table.mixersOf.clear();
  table.count = 0;
}

/** Writes the set at `at`; rows that expert parallelism does not touch are copied from the set at `base` unless it is −1. */
function writeSet(table: LayerTable, plan: LayerPlan, at: number, base: number): void {
  const { builder, columns, setup, kinds, routed } = table;
  builder.plan = plan;
  builder.tokens = (plan.microBatch * setup.training.sequence) / plan.cp;
  const mixers = base < 0 ? newMixers(table, at) : (table.mixersOf.get(base) as number);
  if (base >= 0) copyUnrouted(table, base, at);
  for (let k = 0; k < kinds; k++) {
    const mixer = mixers + k * BUILT;
    if (base < 0) buildMixer(builder, k, table.mixers, mixer);
    if (base < 0 || routed[k]) writeLayerRow(builder, k, table.mixers, mixer, columns, at + k * COLUMNS);
  }
  if (base >= 0) return;
  writeEmbeddingRow(builder, columns, at + kinds * COLUMNS);
  writeHeadRow(builder, columns, at + (kinds + 1) * COLUMNS);
  writeMtpRow(builder, columns, at + (kinds + 2) * COLUMNS);
}

/** Copies the rows that expert parallelism does not touch; a loop, because the engines' own copy costs more than few rows. */
function copyUnrouted({ columns, routed, rowsPerSet }: LayerTable, from: number, to: number): void {
  for (let k = 0; k < rowsPerSet; k++) {
    if (k < routed.length && routed[k]) continue;
    const end = (k + 1) * COLUMNS;
    for (let i = k * COLUMNS; i < end; i++) columns[to + i] = columns[from + i];
  }
}

/** Room for the mixers of the base set at `at`. */
function newMixers(table: LayerTable, at: number): number {
  const size = BUILT * table.kinds;
  const mixers = table.mixersOf.size * size;
  if (mixers + size > table.mixers.length) table.mixers = grown(table.mixers, size);
  table.mixersOf.set(at, mixers);
  return mixers;
}

function grown(numbers: Float64Array, by: number): Float64Array {
  const more = new Float64Array(Math.max(numbers.length * 2, numbers.length + by));
  more.set(numbers);
  return more;
}

/**
 * Builds a set and returns the offset of its first row in `table.columns`. `base` is the offset of a set without a base
 * of its own whose layer plan differs in expert parallelism alone, or −1.
 */
export function addSet(table: LayerTable, plan: LayerPlan, base: number): number {
  const size = COLUMNS * table.rowsPerSet;
  const at = table.count * size;
  if (at + size > table.columns.length) table.columns = grown(table.columns, size);
  writeSet(table, plan, at, base);
  table.count++;
  return at;
}

/** Offset of the set's first row in `table.columns`, building the set when it is new. */
export function setOffset(
  table: LayerTable,
  plan: Pick<Plan, 'tp' | 'cp' | 'ep' | 'etp' | 'microBatch' | 'recompute' | 'recomputeShare'>,
): number {
  const { tp, cp, ep, etp, microBatch } = plan;
  const baseKey = `${tp},${cp},${microBatch},${plan.recompute},${plan.recomputeShare}`;
  const key = `${baseKey},${ep},${etp}`;
  const known = table.sets.get(key);
  if (known !== undefined) return known;
  const base = table.bases.get(baseKey) ?? -1;
  const at = addSet(table, { tp, cp, ep, etp, microBatch, recompute: recomputeFlags(plan) }, base);
  if (base < 0) table.bases.set(baseKey, at);
  table.sets.set(key, at);
  return at;
}

/** Sum of one column over every layer and both ends, pipeline ignored. */
function modelSum(table: LayerTable, at: number, column: number): number {
  const { columns, kinds, layerCounts } = table;
  const { mtpLayers } = table.setup.model;
  const first = at + column;
  const ends = first + kinds * COLUMNS;
  let total =
    columns[ends] + (1 + mtpLayers) * columns[ends + COLUMNS] + mtpLayers * columns[ends + 2 * COLUMNS];
  for (let k = 0; k < kinds; k++) total += layerCounts[k] * columns[first + k * COLUMNS];
  return total;
}

/** Seconds of one pass of a micro-batch through the whole model, as if one rank held all stages. */
export const modelPassSeconds = (table: LayerTable, at: number): number =>
  modelSum(table, at, COLUMN.SECONDS);

/** Weights and expert weights of the whole model on the ranks of one pipeline together, parameters. */
export function pipelineParameters(table: LayerTable, at: number): number {
  const { setup, kinds, columns } = table;
  const head = columns[at + (kinds + 1) * COLUMNS + COLUMN.DENSE_PARAMETERS];
  // An MTP head shares the output head's weights.
  const shared = setup.model.mtpLayers * head;
  return (
    modelSum(table, at, COLUMN.DENSE_PARAMETERS) - shared + modelSum(table, at, COLUMN.EXPERT_PARAMETERS)
  );
}

/** Activations of one micro-batch that the ranks of a pipeline save together, the head's apart; bytes. */
export function pipelineSavedBytes(table: LayerTable, at: number): number {
  const { setup, kinds, columns } = table;
  const head = columns[at + (kinds + 1) * COLUMNS + COLUMN.SAVED];
  return modelSum(table, at, COLUMN.SAVED) - (1 + setup.model.mtpLayers) * head;
}
