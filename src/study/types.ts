import type { OpenDispatcher, OpenPrecision, ScenarioSource } from '../catalog';
import type { Interval80 } from '../run';
import type { ConstantName, MemoryEstimate, Resource, TimePart, WorkPart } from '../step';
import type { BestChipReport } from './best-chip/types';
import type { BottlenecksReport } from './bottlenecks';
import type { ClaimsReport } from './claims/types';
import type { ConstantsReport } from './constants-report';
import type { OwnReport } from './kernels';
import type { Objective } from './objective';
import type { ParityReport } from './parity';
import type { RuleChangeReport } from './rule-change/types';
import type { RulesReport } from './rules/types';
import type { SupplyReport } from './supply';
import type { TimelineReport } from './timeline';
import type { UncertaintyReport } from './uncertainty';
import type { WholeRunReport } from './whole-run-report';

/** A row of `compare --json` (DESIGN: the command contract); SI units are in the names. */
export interface CaseReport {
  cluster: string;
  system: string;
  chips: number;
  /** Ranks (dies) that the software sees per chip; the plan counts ranks. */
  ranks_per_chip: number;
  chips_idle: number;
  feasible: boolean;
  reason: string | null;
  tokens_per_second: number | null;
  tokens_per_second_per_chip: number | null;
  step_time_s: number | null;
  global_batch_sequences: number | null;
  model_flops_per_token: number | null;
  model_flops_per_chip: number | null;
  mfu: number | null;
  days: number | null;
  goodput: number | null;
  memory_bytes_per_chip: number | null;
  memory_capacity_bytes: number;
  cost_usd: number | null;
  energy_j: number | null;
  plan: PlanReport | null;
  time_s: Record<TimePart, number> | null;
  elasticity: Record<Resource, number> | null;
  bottleneck: Resource | null;
  interval80: { tokens_per_second: Interval80; days: Interval80; cost_usd: Interval80 } | null;
  /** The run apart from its totals; null where nothing fits. */
  whole_run: WholeRunReport | null;
  /** What the scenario came to, in SI, for echo beside the fields and markers on curves. */
  inputs: CaseInputs;
  plans_in_space: number;
  plans_evaluated: number;
  plans_pruned: number;
  search_seconds: number;
}

/** Resolved inputs of a case. Rates are per chip (package), bandwidths per direction. */
export interface CaseInputs {
  /** Display name of the model that this cluster trains. */
  model: string;
  chip: string;
  bf16_flop_per_s: number;
  memory_bandwidth_bytes_per_s: number;
  scale_up_bytes_per_s: number;
  scale_out_bytes_per_s: number;
  tokens: number;
  sequence: number;
  global_batch_sequences: number;
  precision: string;
  /** Null for a dense model. */
  experts: number | null;
  top_k: number | null;
}

export interface PlanReport {
  tp: number;
  pp: number;
  vpp: number;
  ep: number;
  etp: number;
  cp: number;
  dp: number;
  zero: number;
  micro_batch: number;
  recompute: string;
  schedule: string;
  /** Ranks of a ZeRO-3 shard group (hybrid sharding); 0: all replicas. */
  shard_group: number;
  /** What the search chose where the scenario left it open or the plan fixed it. */
  dispatcher?: string;
  precision?: string;
}

export interface CompareReport {
  question: string;
  model: string;
  cases: CaseReport[];
  /** One paragraph about the result, made of its numbers. */
  reading: string;
}

export interface ExplainReport extends CompareReport {
  details: {
    cluster: string;
    memory: MemoryEstimate;
    work: { part: WorkPart; label: string; resource: Resource; seconds: number }[];
    /** Elasticity when the plan is searched again after the change. */
    elasticity_reoptimised: Record<Resource, number>;
    runner_up: PlanReport | null;
    runner_up_slowdown: number | null;
  }[];
}

/** The best plans of each cluster and how they were found; `top` is best first and begins with `best`. */
export interface SearchReport {
  question: string;
  model: string;
  searches: {
    cluster: string;
    /** A case that does not fit where no plan does. */
    best: CaseReport;
    top: CaseReport[];
    /** For each of `top`: seconds by which it is slower than the best in each part, for the best's batch. */
    lost_s: Record<TimePart, number>[];
    /** Arguments of Megatron-Core for the best plan, and what it has no argument for. */
    megatron: { flags: string[]; notes: string[] } | null;
    plans_in_space: number;
    plans_evaluated: number;
    plans_pruned: number;
    /** The search itself in this process, tables included. */
    seconds: number;
    exhaustive: boolean;
    /** What the plans were searched for; with `cost` and `chips` the size of the cluster as well: `best.chips`. */
    objective: Objective;
    deadline_s: number | null;
    /** Share of the usable memory that stays free. */
    memory_margin: number;
    /** Where it was asked for: the plans that no other beats in both throughput and memory, leanest first. */
    pareto: { tokens_per_second: number; memory_bytes_per_chip: number; plan: PlanReport }[];
  }[];
}

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
  axes: { column: string; key: string; unit: string; cluster: string | null; labels: string[] | null }[];
  /** Rows of the whole table. */
  rows: number;
  shard: Shard | null;
  /** Row order: for each point (of a grid the last input moves fastest), for each cluster. */
  columns: Record<SweepColumn, Float64Array>;
  /** By the column's name; of a choice the place in its labels. */
  inputs: Record<string, Float64Array>;
  /** The columns that the scenario derives from others. */
  derived: Record<string, Float64Array>;
  /** One paragraph about the result, made of its numbers. */
  reading: string;
}

/** The rows of a table whose number leaves the remainder `index` when divided by `of`. */
export interface Shard {
  index: number;
  of: number;
}

export interface PointReport {
  id: string;
  group: string;
  source: string;
  /** Where the source can be read; null where it has no address of its own. */
  source_url: string | null;
  /** Year, or year and month, of the source. */
  date: string;
  framework: string;
  chip: string;
  model: string;
  chips: number;
  precision: string;
  moe: boolean;
  judged: boolean;
  switches_documented: boolean;
  metric: string;
  measured: number;
  predicted: number | null;
  error: number | null;
  interval80: Interval80 | null;
  /** Model FLOPs of the measured rate over the dense BF16 peak. */
  measured_mfu: number | null;
  memory: MemoryComparison | null;
  reason: string | null;
}

/** Peak memory of the fullest rank; null in a point where the source prints none. */
export interface MemoryComparison {
  /** What the source counts: allocated tensors, the allocator's reserve, or its log's figure without a definition. */
  definition: 'allocated' | 'reserved' | 'as_logged';
  measured_bytes: number;
  predicted_bytes: number;
  error: number;
}

export interface ErrorSummary {
  name: string;
  count: number;
  mape: number;
  median: number;
  p90: number;
  worst: number;
}

export interface Aggregate extends ErrorSummary {
  coverage80: number;
}

export interface ValidateReport {
  points: PointReport[];
  judged: number;
  skipped: number;
  mape: number;
  median: number;
  p90: number;
  worst: number;
  coverage80: number;
  /** Peak memory of the judged points; `name` is the source's definition. */
  memory: ErrorSummary[];
  /** Constant MFU for each chip and number format on the same points. */
  rule_of_thumb: ErrorSummary[];
  subsets: Aggregate[];
  /** The same judged points, each predicted by a fit without its source; with the project's own points only, as the next two. */
  left_out?: ErrorSummary[];
  /** The project's runs that no constant was fitted on. */
  kept_aside?: ValidateReport;
  /** Kernels and layers measured first hand. */
  own_measurements?: OwnReport;
}

/** What a file of tests/device/measure.py says of its chip. */
export interface KernelsReport {
  chip: string;
  /** The step model's constants as the kernels have them, for the `constants` of a stack. */
  constants: Partial<Record<ConstantName, number>>;
  own: OwnReport;
}

/** Where values of a catalog entry come from; `fields` are the dotted keys, or "all". */
export interface CatalogSource {
  fields: string[];
  title: string;
  url: string | null;
  /** A primary or measured, B reputable analysis, C press or judgement. */
  confidence: 'A' | 'B' | 'C';
  note: string | null;
}

/** Names for forms and messages, without the physics. */
export interface CatalogReport {
  models: {
    id: string;
    name: string;
    totalParameters: number | null;
    experts: number | null;
    topK: number | null;
    sources: string[];
    references: CatalogSource[];
  }[];
  systems: {
    id: string;
    name: string;
    chip: string;
    vendor: string;
    scaleUpBytesPerSecond: number;
    scaleOutBytesPerSecond: number;
    bf16Flops: number;
    memoryBytes: number;
    memoryBandwidth: number;
    domainChips: number;
    supportsFp8: boolean;
    sources: string[];
    references: CatalogSource[];
    /** Those of the chip. */
    chipReferences: CatalogSource[];
  }[];
  stacks: { id: string; name: string; references: CatalogSource[] }[];
  /** `value`: the study as a plain object of the scenario schema, for forms and links. */
  studies: { id: string; question: string; text: string; value: unknown }[];
}

export interface SearchTask {
  kind: 'search';
  source: ScenarioSource;
  exhaustive: boolean;
  top: number;
  /** Default: throughput. */
  objective?: Objective;
  /** Seconds that the whole run may take, for `cost` and `chips`. */
  deadlineSeconds?: number | null;
  /** Share of the usable memory that must stay free, 0 to below 1; default 0. */
  memoryMargin?: number;
  /** The most chips of a size that is searched for. */
  mostChips?: number;
  /** Find the front of throughput against memory too. */
  pareto?: boolean;
  /** What is left open, or fixed, instead of what the scenario says. */
  precision?: OpenPrecision;
  dispatcher?: OpenDispatcher;
}

/** What an engine can be asked. Data only: it crosses worker borders. */
export type Task =
  | { kind: 'compare'; source: ScenarioSource }
  | { kind: 'explain'; source: ScenarioSource; cluster: string | null }
  | { kind: 'vary'; source: ScenarioSource; shard?: Shard }
  | { kind: 'timeline'; source: ScenarioSource; cluster: string | null }
  | { kind: 'parity'; source: ScenarioSource }
  | { kind: 'bottleneck_map'; source: ScenarioSource }
  | { kind: 'supply'; source: ScenarioSource }
  | SearchTask
  | { kind: 'uncertainty'; source: ScenarioSource }
  | { kind: 'validate'; pointsJson: string | null }
  | { kind: 'kernels'; json: string }
  /** A scenario, a rule or a chip; null: every chip of the catalog. */
  | { kind: 'rules'; source: ScenarioSource | null }
  | { kind: 'constants'; source: ScenarioSource | null }
  | { kind: 'rule_change'; source: ScenarioSource }
  | { kind: 'best_chip'; source: ScenarioSource }
  /** A claim or changed assumptions; null: every claim of the catalog. */
  | { kind: 'claims'; source: ScenarioSource | null }
  | { kind: 'catalog' };

export interface TaskReports {
  compare: CompareReport;
  explain: ExplainReport;
  vary: VaryReport;
  timeline: TimelineReport;
  parity: ParityReport;
  bottleneck_map: BottlenecksReport;
  supply: SupplyReport;
  uncertainty: UncertaintyReport;
  search: SearchReport;
  validate: ValidateReport;
  kernels: KernelsReport;
  rules: RulesReport;
  constants: ConstantsReport;
  rule_change: RuleChangeReport;
  best_chip: BestChipReport;
  claims: ClaimsReport;
  catalog: CatalogReport;
}
export type TaskReport<K extends Task['kind']> = TaskReports[K];

/**
 * How a task is cut for a pool: independent parts, each a Task-like piece of data, and the merge of their reports.
 * `part` picks one cluster (compare, explain, search, timeline), one slice of values (vary) or of points (validate).
 */
export interface TaskPart<K extends Task['kind'] = Task['kind']> {
  task: Extract<Task, { kind: K }>;
  /** `check`: after this part and all before it the task may be answered well enough. */
  part: { index: number; of: number; check?: true };
}

/** What the first call about a task gives: the answer of a light one, else the parts to be run. */
export type Started<K extends Task['kind'] = Task['kind']> =
  | { parts: TaskPart<K>[] }
  | { report: TaskReport<K> };

export type { BestChipReport, DesignReport } from './best-chip/types';
export type {
  ClaimOutcome,
  ClaimReport,
  ClaimsReport,
  ClaimTestReport,
  ElasticityFigure,
  PriceReport,
  QuantityReport,
} from './claims/types';
export type { CapRow, RuleChangeReport } from './rule-change/types';
export type {
  ChipRulesReport,
  FrontierReport,
  RulesReport,
  RuleVerdict,
  StatusReport,
  ThresholdReport,
} from './rules/types';
export type { AssumptionReport, WholeRunReport } from './whole-run-report';
