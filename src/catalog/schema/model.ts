import { z } from 'zod';
import { count, quantity } from './quantity';

const gqaSchema = z.strictObject({
  kind: z.literal('gqa'),
  heads: count(),
  kv_heads: count(),
  head_dim: count(),
  value_dim: count().optional().describe('head_dim where not given'),
  window: count().nullable().default(null).describe('Tokens that a query sees at most; null = full causal'),
  output_gate: z.boolean().default(false),
});

const mlaSchema = z.strictObject({
  kind: z.literal('mla'),
  heads: count(),
  query_rank: count(0).describe('0 = the query is projected directly'),
  kv_rank: count(0).describe('0 = one key/value head shared by all queries, no up-projection'),
  nope_dim: count(),
  rope_dim: count(0),
  value_dim: count(),
  output_gate: z.boolean().default(false),
  sparse: z
    .strictObject({ index_heads: count(), index_dim: count(), top_k: count() })
    .nullable()
    .default(null),
  output_rank: z.strictObject({ rank: count(), groups: count() }).nullable().default(null),
  context_compression: quantity('ratio').default(1).describe('Visible context is divided by this'),
  local_window: count(0).default(0).describe('Latest positions that are seen uncompressed beside it'),
});

const gatedDeltaSchema = z.strictObject({
  kind: z.literal('gated-delta'),
  key_heads: count(),
  value_heads: count(),
  key_dim: count(),
  value_dim: count(),
  conv_kernel: count(0),
});

const mamba2Schema = z.strictObject({
  kind: z.literal('mamba2'),
  heads: count(),
  head_dim: count(),
  state_dim: count(),
  groups: count(),
  conv_kernel: count(0),
});

/** A hundred times what any model has had; every divisor of it is a way to spread the experts. */
const experts = () => count(1, 1e5);

/** An architecture in flat keys, so that `{base: glm-5, experts: 512}` works. */
export const modelSchema = z.strictObject({
  name: z.string(),
  layers: count(1, 1000),
  hidden: count(),
  vocab: count(),
  tied_embeddings: z.boolean().default(false),
  mtp_layers: count(0, 16).default(0).describe('Multi-token-prediction modules'),
  attention: z.discriminatedUnion('kind', [gqaSchema, mlaSchema]).optional(),
  linear_attention: z.discriminatedUnion('kind', [gatedDeltaSchema, mamba2Schema]).optional(),
  full_attention_every: count()
    .optional()
    .describe('Every n-th layer has attention, others linear_attention'),
  sliding: z
    .strictObject({ window: count(), full_every: count(2) })
    .optional()
    .describe('Every full_every-th layer is full, others see a window'),
  pattern: z
    .string()
    .optional()
    .describe('Single-block hybrids: M linear attention, * attention, E experts, - dense; as long as layers'),
  dense_ffn: count().optional().describe('Intermediate size of dense layers'),
  first_dense: count(0).default(0).describe('Leading dense layers'),
  moe_every: count().default(1).describe('Every n-th layer has experts'),
  experts: experts().optional(),
  top_k: experts().optional(),
  expert_ffn: count().optional().describe('Intermediate size of one routed expert'),
  shared_ffn: count(0).default(0).describe('Intermediate size of all shared experts together'),
  latent_dim: count()
    .nullable()
    .default(null)
    .describe('Channels that routed experts work on; null = hidden'),
  max_nodes: count().nullable().default(null).describe('Node-limited routing; null = unlimited'),
  gated: z.boolean().default(true),
  clamped_activation: z.boolean().default(false),
  vision_parameters: count(0).default(0),
  residual_streams: count(1, 64).default(1).describe('Hyper-connections: copies of the residual stream'),
  total_parameters: count().nullable().default(null).describe('As published'),
  active_parameters: count().nullable().default(null).describe('As published'),
  parameters_note: z.string().optional(),
  training_tokens: quantity('tokens').nullable().default(null),
  training_sequence: count().nullable().default(null),
});
export type FlatModel = z.output<typeof modelSchema>;
export type FlatAttention = NonNullable<FlatModel['attention']>;
export type FlatLinearAttention = NonNullable<FlatModel['linear_attention']>;
