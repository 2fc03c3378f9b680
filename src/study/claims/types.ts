/**
 * Outcome of a claim: all parts met; none failed but some open; some failed, while others are met or open; all failed; or
 * nothing here can compute it.
 */
export type ClaimOutcome = 'holds' | 'conditional' | 'partly' | 'fails' | 'untestable';

/** One number behind a claim. */
export interface QuantityReport {
  id: string;
  kind: string;
  value: number;
  low: number;
  high: number;
  /** In words, what was computed. */
  what: string;
  /** Where the number stands, or the command that makes it. */
  source: string;
  /** The value was set by the reader's assumptions. */
  assumed: boolean;
  /** A figure of a training run: the scenario whose comparison has it. Null for others, and under changed resources. */
  scenario: { [key: string]: unknown } | null;
  /** What is taken of the run, such as days; null where there is no `scenario`. */
  take: string | null;
}

export interface ClaimTestReport {
  name: string;
  /** Null where the interval of the figures crosses a bound. */
  met: boolean | null;
  bounds: { of: string; kind: string; bound: number; value: number; low: number; high: number }[];
}

/** Elasticities of throughput by expert count (rows) and chip speed (columns); null where nothing fits. */
export interface ElasticityFigure {
  experts: number[];
  /** Factors on the FLOP/s of each chip. */
  speeds: number[];
  panels: { name: string; flops: (number | null)[][]; links: (number | null)[][] }[];
}

export interface ClaimReport {
  id: string;
  /** Of a file of the reader's, not of the catalog. */
  own: boolean;
  claim: string;
  lines: number[];
  outcome: ClaimOutcome;
  value: number | null;
  /** What the value may be, given the intervals of what it is computed from. */
  interval: [number, number] | null;
  unit: string;
  conditions: string;
  tests: ClaimTestReport[];
  quantities: QuantityReport[];
  figure: ElasticityFigure | null;
  sources: string[];
  notes: string | null;
  command: string;
}

/** A price of served tokens on a day, US dollars for a million tokens, as the catalog has it. */
export interface PriceReport {
  id: string;
  name: string;
  date: string;
  input_usd_per_million_tokens: number;
  output_usd_per_million_tokens: number | null;
  /** A list price of the vendor; else of a seller, or a claim. */
  list: boolean;
  sources: string[];
}

export interface ClaimsReport {
  claims: ClaimReport[];
  /** What price ratios are made of, before the reader's changes. */
  price_table: PriceReport[];
  /** Factors and values that the reader changed; empty = as the catalog has it. */
  assumptions: {
    resources: Record<string, number>;
    prices: Record<string, { input?: number | undefined; output?: number | undefined }>;
    values: Record<string, number>;
  };
}
