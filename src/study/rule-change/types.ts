import type { Interval80 } from '../../run';
import type { ParityRow } from '../parity';
import type { CaseReport } from '../types';

/** One cluster under one cap, beside what it is without. SI; null where nothing fits. */
export interface CapRow {
  cluster: string;
  cap: string;
  /** What the cap left of the chip and system; null where it changed nothing. */
  changed: string[];
  before: CaseReport;
  after: CaseReport;
  /** Tokens per second after over before, and its 80 % interval: what both do not know alike cancels. */
  throughput_ratio: number | null;
  throughput_ratio_interval80: Interval80 | null;
  /** Cost of the whole run on the capped cluster as it stands over that before. */
  run_cost_ratio: number | null;
  run_cost_ratio_interval80: Interval80 | null;
  /** Fewest chips without the cap that reach the rate of before: what the cluster leaves idle is not among them. */
  chips_before: number | null;
  /** Fewest chips of the capped kind that keep the rate of before; null where no size does, or no size that is allowed. */
  chips_needed: number | null;
  chips_needed_interval80: [number | null, number | null] | null;
  /** Cost of the run at `chips_needed` over that at `chips_before`. */
  cost_ratio: number | null;
  cost_ratio_interval80: Interval80 | null;
  energy_ratio: number | null;
  runs_per_year: { before: number | null; after: number | null; after_interval80: Interval80 | null };
  reason: string | null;
  parity: ParityRow | null;
}

export interface RuleChangeReport {
  /** One paragraph about the result, made of its numbers. */
  reading: string;
  question: string;
  model: string;
  rows: CapRow[];
}
