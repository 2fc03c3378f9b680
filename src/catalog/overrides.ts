import type { System } from '../hardware';
import { defaultRunAssumptions, priceOf, type RunAssumptions } from '../run';
import type { FlatRun } from './schema/run';

/** The assumptions of a whole run that a scenario gives itself. */
function runOverrides(run: FlatRun): Partial<RunAssumptions> {
  const given: Partial<RunAssumptions> = {
    failuresPer1000NodeDays: run.failures_per_1000_node_days,
    restartSeconds: run.restart,
    checkpointBlockingSeconds: run.checkpoint_blocking,
    otherLossShare: run.other_loss,
    powerDrawShare: run.power_draw,
    pue: run.pue,
    networkWattsPerChip: run.network_power,
    kgCo2PerKwh: run.kg_co2_per_kwh,
    repairSeconds: run.repair,
    spareShare: run.spares,
    usdPerKwh: run.usd_per_kwh,
    usdPerChipHour: run.usd_per_chip_hour,
  };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

/** All assumptions of a cluster's run: the defaults, what the scenario gives, and the price that follows from both. */
export function runAssumptions(system: System, run: FlatRun): RunAssumptions {
  const made = { ...defaultRunAssumptions(system), ...runOverrides(run) };
  if (run.usd_per_chip_hour !== undefined) return made;
  return { ...made, usdPerChipHour: priceOf(system, made, run.cost).usdPerChipHour };
}
