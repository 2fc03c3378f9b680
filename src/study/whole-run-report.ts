import type { Interval80 } from '../run';
import type { PlanReport } from './types';

/** Stages, failures, energy, cost and carbon of a whole run; the parts of energy and cost add up to the case's totals. */
export interface WholeRunReport {
  /** The main one first, without a name. */
  stages: {
    name: string | null;
    tokens: number;
    sequence: number;
    global_batch_sequences: number;
    tokens_per_second: number;
    days: number;
    plan: PlanReport;
  }[];
  /** Expected failures that stop the job. */
  failures: number;
  /** Mean time between them; null where there are none. */
  mtbf_s: number | null;
  /** Daly's optimum. */
  checkpoint_interval_s: number | null;
  /** Shares of wall time; with `goodput` they add up to 1. */
  lost_share: { restart: number; rework: number; checkpoint: number; other: number };
  /**
   * The least goodput that a run is let have, where failures would leave it less: who ran it would change it. Else null.
   */
  goodput_floor: number | null;
  /** Chips that stand by for those under repair; they are in the cost. */
  spare_chips: number;
  /** What all of this rests on, by name. */
  assumptions: {
    failures_per_1000_node_days: AssumptionReport;
    restart_s: AssumptionReport;
    checkpoint_blocking_s: AssumptionReport;
    other_loss_share: AssumptionReport;
    repair_s: AssumptionReport;
    power_draw_share: AssumptionReport;
    server_w_per_chip: AssumptionReport;
    network_w_per_chip: AssumptionReport;
    pue: AssumptionReport;
    usd_per_kwh: AssumptionReport;
    usd_per_chip_hour: AssumptionReport;
    kg_co2_per_kwh: AssumptionReport;
  };
  energy_j: { chip: number; server: number; network: number; facility: number };
  usd_per_chip_hour: number;
  cost_basis: 'rent' | 'capital' | 'given';
  /** Of owned chips, what the cost pays for. */
  cost_usd: { chip: number; server: number; network: number; electricity: number } | null;
  /** Low and high price over the central one. */
  price_range: [number, number];
  carbon_kg: number;
  carbon_kg80: Interval80;
}

/** An assumption of a run: its value, 80 % bounds (none but itself where a scenario gives it) and where it is from. */
export interface AssumptionReport {
  value: number;
  low: number;
  high: number;
  source: string;
}
