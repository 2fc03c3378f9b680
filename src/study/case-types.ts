import type { Quantity } from '../catalog';
import type { Interval80 } from '../run';
import type { MemoryEstimate, Resource, TimePart, WorkPart } from '../step';
import type { Asked, CaseCauses } from './compare';
import type { Objective } from './objective';
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
  /** Nominal memory of a chip. */
  memory_capacity_bytes: number;
  /** What a job may fill of it: the rest is the driver's and the allocator's. */
  memory_usable_bytes: number;
  cost_usd: number | null;
  energy_j: number | null;
  plan: PlanReport | null;
  time_s: Record<TimePart, number> | null;
  elasticity: Record<Resource, number> | null;
  bottleneck: Resource | null;
  interval80: {
    tokens_per_second: Interval80;
    days: Interval80;
    cost_usd: Interval80;
    energy_j: Interval80;
  } | null;
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
  asked: Asked;
  ratios: RatioReport[];
  /** Of the report on a part only: what is not known of each of its cases, by cause. */
  causes?: (CaseCauses | null)[];
  /** One paragraph about the result, made of its numbers. */
  reading: string;
}

/** A quantity of one cluster over that of another. */
export interface RatioReport {
  cluster: string;
  over: string;
  quantity: Quantity;
  /** Of `per_chip`: chips of the cluster that do what one chip of the other does. */
  ratio: number;
  /** What both clusters do not know alike cancels. */
  interval80: Interval80;
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
