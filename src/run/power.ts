import type { System } from '../hardware';
import type { RunAssumptions } from './types';

/** Watts per chip while training, by where they go; `facility` is what the building adds (PUE). */
export interface PowerParts {
  chip: number;
  /** Processors, memory, fans, links inside the server or rack. */
  server: number;
  /** Scale-out switches and optics. */
  network: number;
  facility: number;
}

export function powerParts(system: System, run: RunAssumptions): PowerParts {
  const chip = Math.min(system.chip.tdpWatts, system.serverWattsPerChip) * run.powerDrawShare;
  const server = system.serverWattsPerChip * run.powerDrawShare - chip;
  const network = run.networkWattsPerChip;
  return { chip, server, network, facility: (chip + server + network) * (run.pue - 1) };
}

/** All of it: watts per chip at the meter. */
export const wattsPerChip = (system: System, run: RunAssumptions): number =>
  (system.serverWattsPerChip * run.powerDrawShare + run.networkWattsPerChip) * run.pue;
