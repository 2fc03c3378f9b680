import type { FlatStudy } from '../../catalog';
import type { Index } from '../sampling';

export type UncertaintyStudy = Extract<FlatStudy, { kind: 'uncertainty' }>;

/** What is computed of every sample for every cluster, in SI. */
export const OUTPUTS = ['tokens_per_second', 'days', 'cost_usd', 'energy_j'] as const;
export type Output = (typeof OUTPUTS)[number];
/** And of every cluster but the first: its rate over that of the first. */
export type AnyOutput = Output | 'tokens_per_second_ratio';

export type FactorKind = 'input' | 'constant' | 'model' | 'run';

/** One thing that is not known, or several that are told together. */
interface FactorReport {
  name: string;
  kind: FactorKind;
}

export interface OutputReport {
  cluster: string;
  output: AnyOutput;
  mean: number;
  p5: number;
  p10: number;
  p25: number;
  p50: number;
  p75: number;
  p90: number;
  p95: number;
  /** Standard errors of p10 and p90, relative. */
  p10_error: number;
  p90_error: number;
  /** Of what the other figures leave out: samples in which nothing fits. */
  infeasible_share: number;
}

/** Sobol indices of the logarithm of an output. */
export interface IndexReport extends Index {
  cluster: string;
  output: AnyOutput;
  factor: string;
}

/** Clusters and factors that samples are of. */
export type Shape = Pick<UncertaintyReport, 'clusters' | 'factors'>;

/** Values of a row: outputs of all clusters at A, B, and one mixture a factor. */
export const rowLength = (of: { clusters: readonly unknown[]; factors: readonly unknown[] }): number =>
  (2 + of.factors.length) * of.clusters.length * OUTPUTS.length;

/** Tokens a second with one thing at its 10th and 90th percentile and all others in the middle, planned anew. */
export interface TornadoRow {
  cluster: string;
  factor: string;
  kind: FactorKind;
  /** With everything in the middle. */
  central: number | null;
  at_p10: number | null;
  at_p90: number | null;
}

/** What the samples came to, row by row: a row of A and one of B in turn; row numbers are those of the sequence. */
export interface RawSamples {
  rows: Float64Array;
  /** For each row: outputs at A, at B, and at A with each factor from B in turn; outputs cluster by cluster. */
  values: Float64Array;
}

export interface UncertaintyReport {
  question: string;
  model: string;
  clusters: string[];
  factors: FactorReport[];
  samples: number;
  /** Did the estimate become as sure as was asked before the samples ran out? */
  converged: boolean;
  tolerance: number;
  /** Largest relative standard error of the ends of the 80 % intervals of tokens per second. */
  error: number;
  outputs: OutputReport[];
  indices: IndexReport[];
  tornado: TornadoRow[];
  /** How plans were found: by whole searches, or among the plans that those found; and what the latter lost where both were done. */
  planning: {
    searches: number;
    screened: number;
    checked: number;
    mean_shortfall: number;
    worst_shortfall: number;
  };
  /** A paragraph made of the numbers. */
  reading: string;
  raw: RawSamples;
}
