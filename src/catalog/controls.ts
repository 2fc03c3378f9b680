import type { ControlFacts, RateFacts, RuleVariable } from '../hardware';
import { type Interval, NOT_NEGATIVE, point } from '../units';
import type { FlatChip } from './schema/chip';
import type { FlatPartialChip } from './schema/controls';

const FORMATS = ['bf16', 'fp8', 'fp4', 'int8'] as const;

/** A range that does not hold the chip's own figure was published of another chip: this one has been changed. */
const rangeAround = (value: number, range: Interval | null | undefined): Interval =>
  range && range.low <= value && value <= range.high ? range : point(value);

/** What rules ask of a chip that can be simulated. */
export function factsOfChip(id: string, flat: FlatChip): ControlFacts {
  const { controls } = flat;
  const unknown: RuleVariable[] = [];
  const known = (variable: RuleVariable, range: Interval | undefined): Interval => {
    if (!range) unknown.push(variable);
    return range ?? NOT_NEGATIVE;
  };
  const rate = (format: 'bf16' | 'fp8' | 'fp4') => {
    const value = flat[format];
    return value === null ? null : rangeAround(value, controls?.[format]);
  };
  return {
    id,
    name: flat.name,
    vendor: flat.vendor,
    origin: controls?.origin ?? 'other',
    released: controls?.released ?? null,
    dataCenter: controls?.data_center ?? true,
    standaloneMemory: false,
    memoryKind: controls?.memory_kind ?? null,
    rates: { bf16: rate('bf16'), fp8: rate('fp8'), fp4: rate('fp4'), int8: controls?.int8 ?? null },
    dieAreaMm2: known('die_area_mm2', controls?.die_area),
    stackAreaMm2: NOT_NEGATIVE,
    ioBandwidth: known('io_gb_s', controls?.io),
    memoryBandwidth: rangeAround(flat.memory_bandwidth, controls?.memory_bandwidth),
    memoryBytes: point(flat.memory),
    unknown,
  };
}

/** What rules ask of a chip that is known in part; a rate that is left out is unknown. */
export function factsOfPartial(id: string, flat: FlatPartialChip): ControlFacts {
  const unknown: RuleVariable[] = [];
  const known = (variable: RuleVariable, range: Interval | undefined): Interval => {
    if (!range || range.high === Number.POSITIVE_INFINITY) unknown.push(variable);
    return range ?? NOT_NEGATIVE;
  };
  const rates = Object.fromEntries(
    FORMATS.map((format) => [format, flat[format] === undefined ? NOT_NEGATIVE : flat[format]]),
  ) as unknown as RateFacts;
  if (FORMATS.some((format) => rates[format]?.high === Number.POSITIVE_INFINITY)) unknown.push('tpp');
  return {
    id,
    name: flat.name,
    vendor: flat.vendor,
    origin: flat.origin,
    released: flat.released,
    dataCenter: flat.data_center,
    standaloneMemory: flat.standalone_memory,
    memoryKind: flat.memory_kind,
    rates,
    dieAreaMm2: flat.standalone_memory ? point(0) : known('die_area_mm2', flat.die_area),
    stackAreaMm2: flat.standalone_memory ? known('hbm_density_gb_s_mm2', flat.stack_area) : NOT_NEGATIVE,
    ioBandwidth: flat.standalone_memory ? point(0) : known('io_gb_s', flat.io),
    memoryBandwidth: known('dram_gb_s', flat.memory_bandwidth),
    memoryBytes: known('memory_gb', flat.memory),
    unknown,
  };
}
