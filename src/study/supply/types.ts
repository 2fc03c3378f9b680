import type { Interval80 } from '../../run';

/** What one chip of a cluster delivers to the model over a whole run, losses included. */
export interface Delivery {
  cluster: string;
  feasible: boolean;
  reason: string | null;
  tokens_per_second_per_chip: number;
  /** 80 %. */
  interval80: Interval80;
  model_flops_per_token: number;
  tokens: number;
}

/** A path at one moment; the pairs are 80 % intervals. */
export interface SupplyPoint {
  /** Year with its fraction. */
  year: number;
  chips: number;
  chips80: Interval80;
  /** Model FLOP/s that the training chips deliver, losses included. */
  delivered_flop_per_s: number;
  delivered_flop_per_s80: Interval80;
  /** Runs of the target that could be trained in a year, one after the other or side by side. */
  runs_per_year: number;
  runs_per_year80: Interval80;
}

/** One kind of chips at one moment: how many are in use, and what came and went since the moment before. */
interface FlowPoint {
  year: number;
  chips: number;
  arrived: number;
  lost: number;
}

export interface SupplyPath {
  name: string;
  points: SupplyPoint[];
  /** Chips of each flow at the end and on the way there, and the share of delivered FLOP/s at the end; central values. */
  flows: {
    cluster: string;
    chips: number;
    delivered_share: number;
    source: string | null;
    points: FlowPoint[];
  }[];
  /** When the target can first be trained on one kind of chips in the time that a run may take; null: not by the end. */
  reached_year: number | null;
  reached_year80: [number | null, number | null];
  /** Share of the samples in which it can be trained before the end. */
  reached_share: number;
}

export interface SupplyReport {
  question: string;
  model: string;
  deliveries: Delivery[];
  target_flop: number;
  run_time_s: number;
  paths: SupplyPath[];
  /** Years by which the second path reaches the target later than the first; null where one does not. */
  lags: {
    first: string;
    second: string;
    years: number | null;
    years80: [number | null, number | null];
    /** What the second path delivers at the end over what the first does; what both do not know alike cancels. */
    delivered_ratio: number | null;
    delivered_ratio80: Interval80 | null;
  }[];
  /** One paragraph about the result, made of its numbers. */
  reading: string;
}
