import type { System } from '../hardware';
import { type Assumed, assumed, type ByVendor, ofVendor } from './assumed';
import { wattsPerChip } from './power';
import { capitalPrice, type PriceParts, rentPrice } from './price';
import type { RunAssumptions } from './types';

/** Job-stopping failures per 1,000 eight-accelerator node-days. */
const failures: ByVendor = {
  huawei: assumed(
    6,
    0.8,
    20,
    'No independent measurement was found; judgement between the vendor’s claim and a poor service',
  ),
  other: assumed(
    3.8,
    2.34,
    6.5,
    'Llama 3 405B, 419 in 54 days on 16,384 H100 (arXiv 2407.21783); Meta’s two research clusters (arXiv 2410.21680)',
  ),
};

/** Standard deviation of ln(failure rate): the ranges above as 80 % intervals. */
const failureSpread = { huawei: 1.25, other: 0.4 };

/** Seconds of detection, rescheduling and reload. */
const restart = assumed(
  600,
  120,
  2340,
  'Huawei gives below 10 min as typical; other reports run from 2 to 39 min (OLMo’s mean)',
);

/** Seconds: asynchronous checkpoints block for the copy off the device only. */
const checkpointBlocking = assumed(10, 1, 60, 'Reports run from below 1 to 60 s; 10 s is judgement');

/** Evaluations, loss-spike rewinds, maintenance. */
const otherLoss = assumed(
  0.04,
  0.02,
  0.1,
  'DeepSeek-V3’s GPU-hours against its step rate leave 4 %; the range is judgement',
);

/** Mean draw while training over rated server power. */
const powerDraw: ByVendor = {
  google: assumed(0.43, 0.35, 0.55, 'Epoch AI, training-cost-trends, TPU; the range is judgement'),
  other: assumed(0.75, 0.65, 0.9, 'Epoch AI, training-cost-trends, GPU; the range is judgement'),
};

const pue: ByVendor = {
  huawei: assumed(
    1.2,
    1.1,
    1.3,
    'China’s target for data-centre hubs is 1.2; Huawei claims 1.1 with liquid cooling',
  ),
  other: assumed(1.25, 1.1, 1.4, 'Epoch AI: 1.25 outside hyperscalers, 1.10 at them'),
};

const usdPerKwh: ByVendor = {
  huawei: assumed(0.056, 0.03, 0.06, 'China, western hubs to coast 0.03 to 0.06 (press)'),
  other: assumed(
    0.0826,
    0.077,
    0.15,
    'US industrial mean of 2025 (Epoch AI); contracts of data centres up to 0.15',
  ),
};

/** Three switch tiers with optics, for a port of 400 Gbit/s. */
const networkWatts = assumed(
  60,
  30,
  120,
  'Judgement, by port speed from 60 W at 400 Gbit/s; CloudMatrix 384 has 159 W a chip for its whole interconnect, NVL72 75 W (SemiAnalysis)',
);
const networkWattsAt = 50e9;

const kgCo2PerKwh: ByVendor = {
  huawei: assumed(0.56, 0.45, 0.7, 'China’s grid, judgement'),
  other: assumed(
    0.41,
    0.3,
    0.53,
    'Meta’s 11,390 t for 39.3M H100-hours at 0.7 kW (Llama 3.1, location-based); the range is that between regions',
  ),
};

/** Seconds until a failed node is diagnosed and back. */
const repair = assumed(86_400, 21_600, 604_800, 'One day, judgement between 6 hours and a week');

/** How little is known of a vendor's failure rate: standard deviation of its logarithm. */
export const failureRateSpread = (system: System): number =>
  Object.entries(failureSpread).find(([name]) => name === system.chip.vendor.toLowerCase())?.[1] ??
  failureSpread.other;

/** Assumptions of a run that have a default of their own; the price of a chip-hour follows from the system. */
export type DefaultName = Exclude<keyof RunAssumptions, 'usdPerChipHour' | 'spareShare'>;

/** The defaults for a system with their ranges and sources. */
export function runDefaults(system: System): Record<DefaultName, Assumed> {
  const { vendor } = system.chip;
  const ports = system.scaleOut.bandwidth / networkWattsAt;
  const { value, low, high, source } = networkWatts;
  return {
    failuresPer1000NodeDays: ofVendor(failures, vendor),
    restartSeconds: restart,
    checkpointBlockingSeconds: checkpointBlocking,
    otherLossShare: otherLoss,
    powerDrawShare: ofVendor(powerDraw, vendor),
    pue: ofVendor(pue, vendor),
    networkWattsPerChip: assumed(value * ports, low * ports, high * ports, source),
    usdPerKwh: ofVendor(usdPerKwh, vendor),
    kgCo2PerKwh: ofVendor(kgCo2PerKwh, vendor),
    repairSeconds: repair,
  };
}

/** Whole-run assumptions for a system where a scenario gives none. Rented price first, else capital and power. */
export function defaultRunAssumptions(system: System): RunAssumptions {
  const values = Object.fromEntries(
    Object.entries(runDefaults(system)).map(([name, { value }]) => [name, value]),
  ) as Record<DefaultName, number>;
  const made: RunAssumptions = { spareShare: null, usdPerChipHour: 0, ...values };
  return { ...made, usdPerChipHour: priceOf(system, made).usdPerChipHour };
}

/** The price of a chip-hour by what it pays for: as `basis` says, else rented where a rent is known. */
export function priceOf(system: System, run: RunAssumptions, basis?: 'rent' | 'capital'): PriceParts {
  const capital = capitalPrice(system, (wattsPerChip(system, run) / 1000) * run.usdPerKwh);
  return basis === 'capital' ? capital : (rentPrice(system) ?? capital);
}
