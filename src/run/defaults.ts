import type { System } from '../hardware';
import { wattsPerChip } from './power';
import { capitalPrice, type PriceParts, rentPrice } from './price';
import type { RunAssumptions } from './types';

/**
 * Job-stopping failures per 1,000 eight-accelerator node-days. Llama 3 405B on 16,384 H100: 419 in 54 days = 3.8
 * (arXiv 2407.21783); Meta's two research clusters lie at 2.34 and 6.50 (arXiv 2410.21680). Ascend: no independent
 * measurement was found; 6 is judgement between the vendor's 0.8 and 20.
 */
const failures = { huawei: 6, other: 3.8 };

/** Standard deviation of ln(failure rate): the ranges above as 80 % intervals. */
const failureSpread = { huawei: 1.25, other: 0.4 };

/** Detection, rescheduling and reload: Huawei gives < 10 min as typical; reports of others run from 2 to 39 min. */
const restartSeconds = 600;

/** Asynchronous checkpoints block for the copy off the device only; 1 to 60 s in reports, 10 s is judgement. */
const checkpointBlockingSeconds = 10;

/** Evaluations, loss-spike rewinds, maintenance: DeepSeek-V3's GPU-hours against its step rate leave 4 %. */
const otherLossShare = 0.04;

/** Mean draw while training over rated server power: GPU 0.75, TPU 0.43 (Epoch AI, training-cost-trends). */
const powerDrawShare = { google: 0.43, other: 0.75 };

/** Epoch AI: 1.25 outside hyperscalers; China's target for data-centre hubs is 1.2. */
const pue = { huawei: 1.2, other: 1.25 };

/** US industrial mean of 2025 (Epoch AI); China, western hubs to coast 0.03 to 0.06 (press), middle 0.056. */
const usdPerKwh = { huawei: 0.056, other: 0.0826 };

/**
 * Three switch tiers with optics for a port of 400 Gbit/s, 30 to 120 W, judgement; CloudMatrix 384 needs 159 W a chip for
 * its whole interconnect, NVL72 75 W (SemiAnalysis).
 */
const networkWatts = 60;
const networkWattsAt = 50e9;

/**
 * kg CO2 per kWh: Meta's location-based 11,390 t for 39.3M H100-hours (Llama 3.1) are 0.41 at 0.7 kW; China's grid about
 * 0.56, judgement between 0.45 and 0.7.
 */
const kgCo2PerKwh = { huawei: 0.56, other: 0.41 };

/** One day until a failed node is diagnosed and back, 0.25 to 7 days, judgement. */
const repairSeconds = 86400;

const of = <T extends { other: number }>(table: T, vendor: string): number =>
  Object.entries(table).find(([name]) => name === vendor.toLowerCase())?.[1] ?? table.other;

/** How little is known of a vendor's failure rate: standard deviation of its logarithm. */
export const failureRateSpread = (system: System): number => of(failureSpread, system.chip.vendor);

/** Whole-run assumptions for a system where a scenario gives none. Rented price first, else capital and power. */
export function defaultRunAssumptions(system: System): RunAssumptions {
  const { chip } = system;
  const draw = of(powerDrawShare, chip.vendor);
  const overhead = of(pue, chip.vendor);
  const assumed = {
    failuresPer1000NodeDays: of(failures, chip.vendor),
    restartSeconds,
    checkpointBlockingSeconds,
    otherLossShare,
    powerDrawShare: draw,
    pue: overhead,
    networkWattsPerChip: networkWatts * (system.scaleOut.bandwidth / networkWattsAt),
    kgCo2PerKwh: of(kgCo2PerKwh, chip.vendor),
    repairSeconds,
    usdPerChipHour: 0,
  };
  return { ...assumed, usdPerChipHour: priceOf(system, assumed).usdPerChipHour };
}

/** The price of a chip-hour by what it pays for: as `basis` says, else rented where a rent is known. */
export function priceOf(system: System, run: RunAssumptions, basis?: 'rent' | 'capital'): PriceParts {
  const electricity = (wattsPerChip(system, run) / 1000) * of(usdPerKwh, system.chip.vendor);
  const capital = capitalPrice(system, electricity);
  return basis === 'capital' ? capital : (rentPrice(system) ?? capital);
}
