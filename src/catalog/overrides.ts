import type { RunAssumptions } from '../run';
import type { FlatRun } from './schema/scenario';

/** The assumptions of a whole run that a scenario gives itself. */
export function runOverrides(run: FlatRun): Partial<RunAssumptions> {
  const given: Partial<RunAssumptions> = {
    failuresPer1000NodeDays: run.failures_per_1000_node_days,
    restartSeconds: run.restart,
    checkpointBlockingSeconds: run.checkpoint_blocking,
    otherLossShare: run.other_loss,
    powerDrawShare: run.power_draw,
    pue: run.pue,
    usdPerChipHour: run.usd_per_chip_hour,
  };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}
