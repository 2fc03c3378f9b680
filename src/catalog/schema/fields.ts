import type { z } from 'zod';
import { chipSchema } from './chip';
import { modelSchema } from './model';
import { degree } from './plan';
import { type Limits, limitsOf, packages } from './quantity';
import { looseReference } from './reference';
import { runSchema } from './run';
import { constantValue } from './stack';
import { systemSchemaWith } from './system';
import { sequences, trainingSchema } from './training';
import type { VariedKey } from './varied';

const { shape: model } = modelSchema;
const { shape: chip } = chipSchema;
const { shape: system } = systemSchemaWith(looseReference);
const { shape: training } = trainingSchema;
const { shape: run } = runSchema;

/** The scenario's own field for each number that a study can vary: one truth about what it may be. */
const FIELDS: Readonly<Record<VariedKey, z.core.$ZodType>> = {
  experts: model.experts,
  top_k: model.top_k,
  expert_ffn: model.expert_ffn,
  layers: model.layers,
  hidden: model.hidden,
  max_nodes: model.max_nodes,
  chips: packages(),
  tokens: training.tokens,
  sequence: training.sequence,
  global_batch: sequences,
  scale_up_bandwidth: system.scale_up.shape.bandwidth,
  scale_out_bandwidth: system.scale_out.shape.bandwidth,
  oversubscription: system.scale_out.shape.oversubscription,
  domain: system.scale_up.shape.domain,
  memory_bandwidth: chip.memory_bandwidth,
  memory: chip.memory,
  bf16: chip.bf16,
  power_per_chip: system.power_per_chip,
  failures_per_1000_node_days: run.failures_per_1000_node_days,
  restart: run.restart,
  checkpoint_blocking: run.checkpoint_blocking,
  other_loss: run.other_loss,
  power_draw: run.power_draw,
  pue: run.pue,
  usd_per_chip_hour: run.usd_per_chip_hour,
  tp: degree,
  pp: degree,
  ep: degree,
  cp: degree,
  micro_batch: degree,
};

/** What a varied number or constant may be. */
export const limitsOfField = (key: string): Limits =>
  limitsOf(Object.hasOwn(FIELDS, key) ? FIELDS[key as VariedKey] : constantValue);
