import type { Outcome } from '../../catalog';

/** One threshold of one rule against one chip; bounds in the rule's own units. */
export interface ThresholdReport {
  /** The rule's own paragraph, such as 3A090.a. */
  test: string;
  of: string;
  /** The chip's figure; two ends where sources leave a range, null where it is open. */
  value: [number, number | null];
  kind: 'at_least' | 'above' | 'at_most' | 'below';
  bound: number;
  met: boolean | null;
  /** Share of the bound by which the figure meets (+) or misses (−) it; null where nothing is known. */
  margin: number | null;
}

/** One rule's word on one chip. */
export interface RuleVerdict {
  id: string;
  rule: string;
  date: string;
  outcome: Outcome | 'unknown';
  /** All outcomes that the stated ranges allow, mildest first. */
  possible: Outcome[];
  /** The paragraph that decided; null where none did. */
  test: string | null;
  /**
   * Share of a threshold by which the deciding figure lies inside (+) or short of (−) the rule; null where the rule
   * names chips or the figures are not known.
   */
  margin: number | null;
  margin_range: [number | null, number | null];
  /** Rule variables whose missing or ranging figures leave the outcome open. */
  missing: string[];
  thresholds: ThresholdReport[];
}

/** What all rules in force mean together for a sale to China, from one date until the next entry's. */
export interface StatusReport {
  from: string;
  outcome: Outcome | 'unknown';
  possible: Outcome[];
  /** Ids of the rules that decide. */
  rules: string[];
}

export interface ChipRulesReport {
  chip: string;
  name: string;
  vendor: string;
  origin: 'us' | 'cn' | 'other';
  /** A chip that is no US export: what the rule would say if it were. */
  as_if_exported: boolean;
  released: string | null;
  tpp: number | null;
  tpp_range: [number, number | null];
  performance_density: number | null;
  performance_density_range: [number, number | null];
  memory_bandwidth_bytes_per_s: [number, number | null];
  io_bytes_per_s: [number, number | null];
  memory_kind: string | null;
  rules: RuleVerdict[];
  status: StatusReport[];
}

/** Chips that may be sold without a licence at a date, and no other such chip beats in all of the three figures. */
export interface FrontierReport {
  date: string;
  chips: { chip: string; tpp: number; dram_gb_s: number; io_gb_s: number | null; outcome: Outcome }[];
}

export interface RulesReport {
  rules: {
    id: string;
    name: string;
    jurisdiction: string;
    instrument: string | null;
    date: string;
    until: string | null;
    destinations: string | null;
    volume: {
      tpp_most: number | null;
      units_most: number | null;
      share_of_home_units: number | null;
      period: string;
    } | null;
    price: { tariff: number | null; revenue_share: number | null } | null;
    /** Whether it decides about a sale to China. */
    binds_china: boolean;
    /** Ids of the rules whose outcome it replaces. */
    amends: string[];
    /** In order: the first that a chip meets decides. Of `any`, all conditions of one group; or the chips that are named. */
    tests: {
      label: string | null;
      outcome: Outcome;
      any: { of: string; kind: ThresholdReport['kind']; bound: number }[][] | null;
      chips: string[] | null;
    }[];
    /** Where no test is met. */
    otherwise: Outcome;
    notes: string | null;
    sources: string[];
  }[];
  chips: ChipRulesReport[];
  frontier: FrontierReport[];
}
