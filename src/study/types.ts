import type { OpenDispatcher, OpenPrecision, ScenarioSource } from '../catalog';
import type { BestChipReport } from './best-chip/types';
import type { BottlenecksReport } from './bottlenecks';
import type { CompareReport, ExplainReport, SearchReport } from './case-types';
import type { CatalogReport } from './catalog-report';
import type { ClaimsReport } from './claims/types';
import type { ConstantsReport } from './constants-report';
import type { KernelsReport } from './kernels/types';
import type { Objective } from './objective';
import type { ParityReport } from './parity';
import type { RuleChangeReport } from './rule-change/types';
import type { RulesReport } from './rules/types';
import type { SupplyReport } from './supply';
import type { Shard, VaryReport } from './sweep/types';
import type { TimelineReport } from './timeline';
import type { UncertaintyReport } from './uncertainty';
import type { ValidateReport } from './validate/types';

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
export * from './case-types';
export type { CatalogReport, CatalogSource } from './catalog-report';
export type {
  ClaimOutcome,
  ClaimReport,
  ClaimsReport,
  ClaimTestReport,
  ElasticityFigure,
  PriceReport,
  QuantityReport,
} from './claims/types';
export type { KernelsReport } from './kernels/types';
export type { CapRow, RuleChangeReport } from './rule-change/types';
export type {
  ChipRulesReport,
  FrontierReport,
  RulesReport,
  RuleVerdict,
  StatusReport,
  ThresholdReport,
} from './rules/types';
export * from './sweep/types';
export * from './validate/types';
export type { AssumptionReport, WholeRunReport } from './whole-run-report';
