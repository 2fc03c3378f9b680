/** Assumptions of a whole run that are not in the step; each has a sourced default, all overridable in a scenario. */
export interface RunAssumptions {
  /** Failures that stop the job, per 1,000 eight-chip-node-days. */
  failuresPer1000NodeDays: number;
  restartSeconds: number;
  /** Seconds that a checkpoint blocks training. */
  checkpointBlockingSeconds: number;
  /** Share of time lost to evaluations, rewinds and maintenance. */
  otherLossShare: number;
  /** Share of server power drawn while training. */
  powerDrawShare: number;
  pue: number;
  /** Scale-out switches and optics, for each chip. */
  networkWattsPerChip: number;
  /** Carbon dioxide of the grid's electricity. */
  kgCo2PerKwh: number;
  /** Until a failed node is back in service. */
  repairSeconds: number;
  /** Chips that stand by, as a share of those at work; null: as failures and repairs ask. */
  spareShare: number | null;
  /** Of electricity; a part of what owned chips cost. */
  usdPerKwh: number;
  usdPerChipHour: number;
}

/** A percentile pair (10 %, 90 %). */
export type Interval80 = [number, number];

export interface RunEstimate {
  goodput: number;
  days: number;
  energyJoules: number;
  costUsd: number;
  interval80: { tokensPerSecond: Interval80; days: Interval80; costUsd: Interval80 };
}
