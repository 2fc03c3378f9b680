import { CONSTANT_NAMES, type ConstantName, PRECISIONS, ROUTINGS } from '../../step';
import type { Dimension } from '../../units';

const varied = {
  experts: 'count',
  top_k: 'count',
  expert_ffn: 'count',
  layers: 'count',
  hidden: 'count',
  max_nodes: 'count',
  chips: 'count',
  tokens: 'tokens',
  sequence: 'count',
  global_batch: 'count',
  scale_up_bandwidth: 'bandwidth',
  scale_out_bandwidth: 'bandwidth',
  oversubscription: 'ratio',
  domain: 'count',
  memory_bandwidth: 'bandwidth',
  memory: 'bytes',
  bf16: 'flops',
  power_per_chip: 'watts',
  failures_per_1000_node_days: 'ratio',
  restart: 'seconds',
  checkpoint_blocking: 'seconds',
  other_loss: 'ratio',
  power_draw: 'ratio',
  pue: 'ratio',
  usd_per_chip_hour: 'usd-per-hour',
  tp: 'count',
  pp: 'count',
  ep: 'count',
  cp: 'count',
  micro_batch: 'count',
} as const satisfies Readonly<Record<string, Dimension>>;
export type VariedKey = keyof typeof varied;

/** Numbers that one study can vary, with the dimension of their values. */
export const VARIED: Readonly<Record<string, Dimension>> = varied;

/** Those of them that are assumptions of a run, beside its step. */
export const RUN_KEYS = [
  'failures_per_1000_node_days',
  'restart',
  'checkpoint_blocking',
  'other_loss',
  'power_draw',
  'pue',
  'usd_per_chip_hour',
] as const;

/** Constants of the physics that can vary too, under their own names. */
export const VARIED_CONSTANTS: readonly ConstantName[] = CONSTANT_NAMES;

/** Choices that one study can vary; the catalog's ids where the list is empty. */
export const CHOSEN: Readonly<Record<string, readonly string[]>> = {
  model: [],
  system: [],
  stack: [],
  precision: [...PRECISIONS, 'fp8'],
  routing: ROUTINGS,
};

/** What a row of a sweep holds beside its inputs, and what derived columns may be made of. */
export const ROW_RESULTS = [
  'tokens_per_second',
  'tokens_per_second_low80',
  'tokens_per_second_high80',
  'mfu',
  'days',
  'days_low80',
  'days_high80',
  'step_time_s',
  'goodput',
  'memory_bytes_per_chip',
  'cost_usd',
  'cost_usd_low80',
  'cost_usd_high80',
  'energy_j',
  'price',
] as const;
export type RowResult = (typeof ROW_RESULTS)[number];
