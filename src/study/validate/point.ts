/** One published training measurement, as in scenarios/measured/points.json; absent = the source does not say. */
export interface MeasuredPoint {
  id: string;
  group: string;
  source_title: string;
  source_ref: string;
  date: string;
  hardware: string;
  hardware_chip: string;
  n_chips: number;
  chips_per_node?: number;
  scaleup_domain?: number;
  network?: string;
  framework: string;
  model: string;
  model_id?: string;
  task: string;
  quality: string;
  flag?: string;
  is_moe: boolean;
  n_layers?: number;
  hidden?: number;
  n_heads?: number;
  n_kv_heads?: number;
  head_dim?: number;
  attn_type?: string;
  ffn_hidden?: number;
  n_experts?: number;
  top_k?: number;
  n_shared_experts?: number;
  moe_ffn_hidden?: number;
  first_dense_layers?: number;
  vocab?: number;
  seq?: number;
  gbs?: number;
  mbs?: number;
  tp?: number;
  etp?: number;
  pp?: number;
  vpp?: number;
  ep?: number;
  cp?: number;
  dp?: number;
  zero_fsdp?: string;
  recompute?: string;
  precision?: string;
  dispatcher_overlap_notes?: string;
  routing?: string;
  recipe?: Recipe;
  metric_basis?: string;
  /** Peak device memory as printed, 1e9 bytes. */
  mem_GB?: number;
  notes?: string;
  truth: { metric: string; value: number } | null;
}

/** Software switches read from the published recipe. */
export interface Recipe {
  recompute_granularity?: string;
  recompute_modules?: string[];
  recompute_num_layers?: number;
  cuda_graph_impl?: string;
  cuda_graph_scope?: string[];
  moe_token_dispatcher_type?: string;
  moe_flex_dispatcher_backend?: string;
  moe_dispatcher_num_sms?: number;
  moe_permute_fusion?: boolean;
  moe_grouped_gemm?: boolean;
  moe_expert_capacity_factor?: number;
  moe_router_force_load_balancing?: boolean;
  overlap_moe_expert_parallel_comm?: boolean;
  tp_comm_overlap?: boolean;
  overlap_grad_reduce?: boolean;
  overlap_param_gather?: boolean;
  use_megatron_fsdp?: boolean;
  grad_reduce_in_fp32?: boolean;
  fp8_recipe?: string;
  fp4_recipe?: string;
  /** Only some modules in FP4; attention, latent projections and the last layers stay in BF16 or MXFP8. */
  fp4_mixed_module_recipe?: boolean;
  fp8_param_gather?: boolean;
  fp8_dot_product_attention?: boolean;
  te_op_fuser?: boolean;
  mtp_num_layers?: number;
  use_precision_aware_optimizer?: boolean;
  optimizer?: string;
  optimizer_state_dtypes?: Record<string, string>;
  cpu_offloading_num_layers?: number;
  /** Where the table and the recipe disagree: the field's value in each. */
  mismatches?: Record<string, unknown>;
  moe_paged_stash?: boolean;
}

/** Fields that a point cannot be compared without a value for, where a file leaves them out. */
const BLANK = {
  group: 'unknown',
  source_title: '',
  source_ref: '',
  date: '',
  hardware: '',
  hardware_chip: 'unknown',
  n_chips: 0,
  framework: '',
  model: '',
  task: '',
  quality: '',
  truth: null,
} as const;

/** The object without its nulls, at every depth. */
function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter((item) => item !== null).map(withoutNulls);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, item]) => item !== null && item !== undefined)
      .map(([key, item]) => [key, withoutNulls(item)]),
  );
}

/** Fields that hold a number; every other one but `is_moe`, `recipe` and `truth` holds words. */
const NUMBERS = new Set(
  (
    'n_chips chips_per_node scaleup_domain n_layers hidden n_heads n_kv_heads head_dim ffn_hidden n_experts top_k ' +
    'n_shared_experts moe_ffn_hidden first_dense_layers vocab seq gbs mbs tp etp pp vpp ep cp dp mem_GB'
  ).split(' '),
);
const WORDS = new Set(
  'id network model_id flag attn_type zero_fsdp recompute precision dispatcher_overlap_notes routing metric_basis notes'.split(
    ' ',
  ),
);
const isPlain = (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Does the value have the kind that the field holds? A field of another kind counts as absent. */
function fits([key, value]: [string, unknown]): boolean {
  if (key === 'is_moe') return typeof value === 'boolean';
  if (key === 'recipe') return isPlain(value);
  if (key === 'truth') return isPlain(value) && Number.isFinite((value as { value?: unknown }).value);
  return NUMBERS.has(key)
    ? Number.isFinite(value)
    : typeof value === 'string' || !(key in BLANK || WORDS.has(key));
}

/** A point of somebody's file: null means the same as absent, as everywhere in this format. */
export function readPoint(raw: object): MeasuredPoint {
  const fields = Object.entries(withoutNulls(raw) as object).filter(fits);
  const known = Object.fromEntries(fields) as Partial<MeasuredPoint> & { id: string };
  return { ...BLANK, is_moe: (known.n_experts ?? 0) > 1, ...known };
}

export const isPretraining = ({ task }: MeasuredPoint): boolean => task.startsWith('pretrain');

/** Judged: enough to predict without a search, not flagged, a pre-training task. */
export function isJudged(point: MeasuredPoint): boolean {
  return point.quality === 'full-config' && !point.flag && isPretraining(point);
}

/** Text that may hold switches, lower case. */
export function switchText(point: MeasuredPoint): string {
  return [point.dispatcher_overlap_notes, point.notes].filter(Boolean).join('; ').toLowerCase();
}
