import { type Interval, point } from '../units';
import type { Chip } from './types';

/** A dense rate by number format: an interval in FLOP/s (or operations per second), null = not supported. */
export interface RateFacts {
  bf16: Interval | null;
  fp8: Interval | null;
  fp4: Interval | null;
  int8: Interval | null;
}

/** What export rules ask of a chip. Unknown figures are intervals from 0 up, named in `unknown`. SI but for mm². */
export interface ControlFacts {
  id: string;
  name: string;
  vendor: string;
  origin: 'us' | 'cn' | 'other';
  /** ISO date, year or month; null = not released. */
  released: string | null;
  dataCenter: boolean;
  standaloneMemory: boolean;
  memoryKind: string | null;
  rates: RateFacts;
  dieAreaMm2: Interval;
  stackAreaMm2: Interval;
  /** Aggregate bidirectional transfer rate to chips other than memories, bytes per second. */
  ioBandwidth: Interval;
  memoryBandwidth: Interval;
  memoryBytes: Interval;
  /** Names of rule variables with no published figure. */
  unknown: readonly string[];
}

const BITS = { bf16: 16, fp8: 8, fp4: 4, int8: 8 } as const;

/** TPP counts tera-operations. */
const TERA = 1e12;

/**
 * Total processing performance as 15 CFR 774 Supplement 1, 3A090 technical note 2 defines it: 2 × MacTOPS × bit length,
 * the greatest over the formats, dense (a FLOP/s rate already counts a multiply-add as two).
 */
export function totalProcessingPerformance(rates: RateFacts): Interval {
  const formats = Object.keys(BITS) as (keyof RateFacts)[];
  const ends = formats.flatMap((format) => {
    const rate = rates[format];
    return rate ? [{ low: (rate.low * BITS[format]) / TERA, high: (rate.high * BITS[format]) / TERA }] : [];
  });
  return {
    low: Math.max(0, ...ends.map(({ low }) => low)),
    high: Math.max(0, ...ends.map(({ high }) => high)),
  };
}

/** The same of a chip by its printed peaks. */
export function chipProcessingPerformance({ peakFlops: { bf16, fp8, fp4 } }: Chip): number {
  const rate = (value: number | null) => (value === null ? null : point(value));
  return totalProcessingPerformance({ bf16: rate(bf16), fp8: rate(fp8), fp4: rate(fp4), int8: null }).low;
}

/** Performance density as 3A090 technical note 3 defines it: TPP over the applicable die area in mm². */
export function performanceDensity(tpp: Interval, dieAreaMm2: Interval): Interval {
  return {
    low: tpp.low === 0 || dieAreaMm2.high === Number.POSITIVE_INFINITY ? 0 : tpp.low / dieAreaMm2.high,
    high: dieAreaMm2.low === 0 ? (tpp.high === 0 ? 0 : Number.POSITIVE_INFINITY) : tpp.high / dieAreaMm2.low,
  };
}

/** The names that a rule's expressions may use, and what they mean. */
const RULE_VARIABLES = {
  tpp: 'total processing performance: dense tera-operations per second × bit length',
  performance_density: 'TPP per mm² of logic die',
  die_area_mm2: 'logic die area, mm²',
  dram_gb_s: 'total memory bandwidth, GB/s',
  io_gb_s: 'aggregate bidirectional transfer rate to chips other than memories, GB/s',
  memory_gb: 'memory capacity, GB',
  bf16_tflops: 'dense BF16 rate, TFLOP/s',
  fp8_tflops: 'dense FP8 rate, TFLOP/s; 0 = none',
  hbm_density_gb_s_mm2: 'bandwidth of a memory stack sold by itself over its area, GB/s per mm²; 0 for chips',
  data_center: '1 = designed or marketed for data centres',
  standalone_memory: '1 = a memory stack sold by itself',
} as const;
export type RuleVariable = keyof typeof RULE_VARIABLES;
export const RULE_VARIABLE_NAMES = Object.keys(RULE_VARIABLES) as RuleVariable[];

const scaled = ({ low, high }: Interval, unit: number): Interval => ({ low: low / unit, high: high / unit });
const flag = (is: boolean): Interval => (is ? { low: 1, high: 1 } : { low: 0, high: 0 });
const ZERO: Interval = { low: 0, high: 0 };

/** The value of each variable for one chip, in the units that the rules use. */
export function ruleVariables(chip: ControlFacts): Record<RuleVariable, Interval> {
  const tpp = totalProcessingPerformance(chip.rates);
  return {
    tpp,
    performance_density: performanceDensity(tpp, chip.dieAreaMm2),
    die_area_mm2: chip.dieAreaMm2,
    dram_gb_s: scaled(chip.memoryBandwidth, 1e9),
    io_gb_s: scaled(chip.ioBandwidth, 1e9),
    memory_gb: scaled(chip.memoryBytes, 1e9),
    bf16_tflops: chip.rates.bf16 ? scaled(chip.rates.bf16, TERA) : ZERO,
    fp8_tflops: chip.rates.fp8 ? scaled(chip.rates.fp8, TERA) : ZERO,
    hbm_density_gb_s_mm2: chip.standaloneMemory
      ? performanceDensity(scaled(chip.memoryBandwidth, 1e9), chip.stackAreaMm2)
      : ZERO,
    data_center: flag(chip.dataCenter),
    standalone_memory: flag(chip.standaloneMemory),
  };
}
