import type { Dispatcher, Plan, Precision, StepEstimate } from '../step';

/** Parts of the plan that the user fixed; a number pins a value, a range bounds it. */
export type PlanConstraints = Partial<Record<NumericKey, number | { min?: number; max?: number }>> & {
  schedule?: Plan['schedule'];
  recompute?: string;
  /** Groups whose ranks must all lie in one scale-up domain; an expert group is ep·etp ranks, a context group tp·cp. */
  inDomain?: readonly DomainKey[];
  /** Choices that are left open, or the one that is fixed; absent: what the setup says. */
  dispatcher?: readonly Dispatcher[];
  precision?: readonly Precision[];
};

/** Parts of the plan that are numbers. */
export type NumericKey = 'tp' | 'pp' | 'vpp' | 'ep' | 'etp' | 'cp' | 'dp' | 'microBatch' | 'zero';

export const DOMAIN_KEYS = ['tp', 'ep', 'etp', 'cp'] as const;
export type DomainKey = (typeof DOMAIN_KEYS)[number];

/** A plan of the front of throughput against memory. */
export interface FrontPoint {
  plan: Plan;
  tokensPerSecond: number;
  /** Bytes of the fullest rank. */
  bytes: number;
}

export interface SearchResult {
  /** Null when nothing fits: `reason` says what would have to change. */
  best: StepEstimate | null;
  reason: string | null;
  top: StepEstimate[];
  /** Combinations of all dimensions but the replicas, which follow from them (at most two each). */
  plansInSpace: number;
  /** Complete evaluations, memory and time. */
  plansEvaluated: number;
  /** Not evaluated: impossible, too big for memory, or proved slower by a bound. */
  plansPruned: number;
  seconds: number;
  /** Where it was asked for: the plans that no other beats in both throughput and memory, leanest first. */
  front: FrontPoint[];
}

export interface SearchOptions {
  /** A clock in milliseconds, for the result's `seconds`. */
  now?: () => number;
  /** Try every plan instead of pruning by bounds; the same plan wins. */
  exhaustive?: boolean;
  /** How many of the best plans to return; default 5. */
  top?: number;
  /** With `top: 1`: a plan that is probably good, such as the best one of a similar setup. It saves time, no more. */
  hint?: Plan | null;
  /** Share of the usable memory that must stay free, 0 to below 1. */
  memoryMargin?: number;
  /** What a plan's throughput is multiplied by, by the ranks that it uses; at most that of one rank. Default: 1. */
  weight?: (ranks: number) => number;
  /** Find the front of throughput against memory too. */
  front?: boolean;
}
