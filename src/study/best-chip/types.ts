import type { CaseReport } from '../types';
import type { DesignKey } from './designs';

/** A chip that nobody makes, by its figures. SI. */
export interface DesignReport {
  tpp: number;
  performance_density: number;
  bf16_flop_per_s: number;
  memory_bytes: number;
  memory_bandwidth_bytes_per_s: number;
  scale_up_bytes_per_s: number;
  scale_out_bytes_per_s: number;
  /** Aggregate bidirectional rate, as rules count it. */
  io_bytes_per_s: number;
  /** Rules that keep figures of it from being more; the id is null for what the study itself forbids. */
  bound_by: { rule: string | null; name: string | null; figures: DesignKey[] }[];
  /** Figures at the limit of what can be built. */
  at_limit: DesignKey[];
  /** How the cluster of it trains the scenario's model. */
  case: CaseReport;
  /** Tokens per second over those of the best chip without any rule. */
  of_unrestricted: number | null;
  /** Tokens per second over those of the scenario's own chip. */
  of_own: number | null;
  /** The same chip on the second model, over the best chip for that without any rule. */
  against_of_unrestricted: number | null;
}

export interface BestChipReport {
  /** One paragraph about the result, made of its numbers. */
  reading: string;
  question: string;
  model: string;
  against: string | null;
  rules: string[];
  rule_names: string[];
  clusters: {
    cluster: string;
    own: CaseReport;
    unrestricted: DesignReport;
    /** The best legal chips, best first; empty where the rules leave none within the limits. */
    best: DesignReport[];
    /** The best legal chip for the second model. */
    best_against: DesignReport | null;
    /** Chips at the edge of the rules that were tried. */
    tried: number;
  }[];
}
