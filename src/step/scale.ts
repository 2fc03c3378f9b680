import { CONSTANT_NAMES, CONSTANTS, resolveConstants } from './constants';
import type { Resource, Setup } from './types';

/** Constants that are durations of the network or the host: what "latency_and_host" scales. */
const LATENCY_CONSTANTS = CONSTANT_NAMES.filter((name) => CONSTANTS[name].unit === 's');

/**
 * The same setup with one resource `factor` times faster. FLOP/s keep their power intensity (TDP grows with them), so
 * that time stays homogeneous of degree −1 in all rates.
 */
export function scaleResource(setup: Setup, resource: Resource, factor: number): Setup {
  const { cluster, stack } = setup;
  const { system } = cluster;
  const { chip } = system;
  const withSystem = (changed: Partial<typeof system>): Setup => ({
    ...setup,
    cluster: { ...cluster, system: { ...system, ...changed } },
  });
  switch (resource) {
    case 'flops': {
      const { bf16, fp8, fp4 } = chip.peakFlops;
      const peakFlops = {
        bf16: bf16 * factor,
        fp8: fp8 === null ? null : fp8 * factor,
        fp4: fp4 === null ? null : fp4 * factor,
      };
      return withSystem({ chip: { ...chip, peakFlops, tdpWatts: chip.tdpWatts * factor } });
    }
    case 'memory_bandwidth':
      return withSystem({ chip: { ...chip, memoryBandwidth: chip.memoryBandwidth * factor } });
    case 'scale_up_bandwidth':
      return withSystem({ scaleUp: { ...system.scaleUp, bandwidth: system.scaleUp.bandwidth * factor } });
    case 'scale_out_bandwidth':
      return withSystem({ scaleOut: { ...system.scaleOut, bandwidth: system.scaleOut.bandwidth * factor } });
    default: {
      const now = resolveConstants(chip.family, stack.constants);
      const constants = { ...stack.constants };
      for (const name of LATENCY_CONSTANTS) constants[name] = now[name] / factor;
      return { ...setup, stack: { ...stack, constants } };
    }
  }
}
