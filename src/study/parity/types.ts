import type { FlatStudy } from '../../catalog';
import type { Interval80 } from '../../run';
import type { Resource } from '../../step';
import type { PlanReport } from '../types';

export type ParityStudy = Extract<FlatStudy, { kind: 'parity' }>;

/** Chips of one cluster for each chip of another by the figures of their datasheets; null where one has none. */
export interface Conventions {
  /** Dense BF16 peak. */
  peak_ratio: number | null;
  /** Dense FP8 peak. */
  peak_8bit_ratio: number | null;
  /** Total processing performance of the export rules: the largest of rate times bits over all number formats. */
  tpp_ratio: number | null;
  memory_bandwidth_ratio: number | null;
  memory_ratio: number | null;
}

/** One side of a match, in SI; null where nothing fits or reaches the target. */
export interface ParitySide {
  tokens_per_second: number | null;
  days: number | null;
  cost_usd: number | null;
  energy_j: number | null;
  chips_idle: number | null;
  bottleneck: Resource | null;
  plan: PlanReport | null;
}

/** `chips` of the cluster `equal_to` do what `chips_of` of the cluster `of` do. */
export interface ParityRow extends Conventions {
  of: string;
  /** Null where the matched cluster itself has no plan, or none in time. */
  chips_of: number | null;
  /** 80 % interval of `chips_of` where it is found for a deadline; null where it is given. */
  chips_of_interval80: [number | null, number | null] | null;
  /** Names of the chips on both sides. */
  chip_of: string;
  chip: string;
  equal_to: string;
  /** Null where no size of it does; `reason` says why. */
  chips: number | null;
  /** 80 % interval of `chips` for `chips_of` as it stands; an end that no size reaches is null. None where both are the same cluster. */
  interval80: [number | null, number | null] | null;
  by: ParityStudy['by'];
  /** No smaller cluster holds the model: memory sets `chips`, not what is made equal. */
  memory_floor: boolean;
  /** chips / chips_of, and its interval: what both clusters do not know alike cancels. */
  ratio: number | null;
  ratio_interval80: [number | null, number | null] | null;
  /** Cost and energy of the whole run on the one over those on the other. */
  cost_ratio: number | null;
  cost_ratio_interval80: Interval80 | null;
  energy_ratio: number | null;
  reason: string | null;
  matched: ParitySide;
  match: ParitySide;
}

export interface ParityReport {
  question: string;
  model: string;
  /** Where the clusters are to be done in time. */
  deadline_s: number | null;
  parity: ParityRow[];
  /** The same at each point of what the scenario varies; empty where it varies nothing. */
  curve: CurveRow[];
  /** One paragraph about the result, made of its numbers. */
  reading: string;
  /** What varies, in the order of `values`. */
  curve_axes: { key: string; unit: string; labels: string[] | null }[];
}

export interface CurveRow extends ParityRow {
  /** SI; of a choice its place in the axis' labels. */
  values: number[];
  /** Parameters that a token passes through over all. */
  active_share: number;
}
