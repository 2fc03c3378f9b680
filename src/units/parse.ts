import { words } from '../words';
import { parseCount, parseRatio } from './count';
import type { Dimension } from './dimension';
import { math } from './math';
import { nearest } from './nearest';
import { splitRange } from './range-text';

/** A quantity in SI, or what was wrong with the text. */
export type Parsed =
  | { ok: true; value: number }
  | { ok: false; message: string; expected: string; nearest: string | null };

/** Least allowed value: above zero (the default), zero or above, or any finite number. */
export type Sign = 'positive' | 'not-negative' | 'any';

interface UnitRule {
  /** The unit that the result is read in; text in another dimension is refused. */
  si: string;
  /** Where a bare number needs no unit, because only one is customary. */
  bareNumber: boolean;
  /** Spellings offered when a unit is unknown. */
  usual: readonly string[];
}

const bytes = ['B', 'kB', 'MB', 'GB', 'TB', 'PB', 'KiB', 'MiB', 'GiB', 'TiB'];
const bits = ['bit', 'kbit', 'Mbit', 'Gbit', 'Tbit', 'b', 'kb', 'Mb', 'Gb', 'Tb'];
const perSecond = (units: readonly string[]) => units.map((unit) => `${unit}/s`);
const flop = ['FLOP', 'GFLOP', 'TFLOP', 'PFLOP', 'EFLOP'];

const rules: Record<Exclude<Dimension, 'count' | 'ratio' | 'tokens'>, UnitRule> = {
  bandwidth: {
    si: 'B/s',
    bareNumber: false,
    usual: [...perSecond(bytes), ...perSecond(bits), 'Gbps', 'Tbps'],
  },
  flops: { si: 'FLOP/s', bareNumber: false, usual: [...perSecond(flop), 'TFLOPS', 'PFLOPS'] },
  bytes: { si: 'B', bareNumber: false, usual: [...bytes, ...bits] },
  seconds: {
    si: 's',
    bareNumber: false,
    usual: [
      'us',
      'ms',
      's',
      'min',
      'minutes',
      'h',
      'hour',
      'hours',
      'day',
      'days',
      'week',
      'weeks',
      'month',
      'year',
      'years',
    ],
  },
  watts: { si: 'W', bareNumber: false, usual: ['W', 'kW', 'MW', 'GW'] },
  usd: { si: 'USD', bareNumber: true, usual: ['USD'] },
  'usd-per-hour': { si: 'USD/hour', bareNumber: true, usual: ['USD/hour', 'USD/h'] },
};

const longestText = 60;
const numberAndUnit = /^([+-]?(?:\d[\d_]*(?:,\d{3})*(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?)\s*(.*)$/;
const unitText = /^[A-Za-z0-9/*^() .-]{1,40}$/;

/**
 * Reads a quantity such as `400 Gbit/s`, `28.5T`, `30 %` or `25000 USD`, whose dimension is known beforehand.
 * Returns SI: B/s, FLOP/s, B, s, W, USD, USD per hour, counts, shares (30 % = 0.3). Never throws.
 */
export function parseQuantity(input: string | number, dimension: Dimension, sign: Sign = 'positive'): Parsed {
  const parsed = read(input, dimension);
  if (!parsed.ok) return parsed;
  const say = words().units;
  const { value } = parsed;
  const tooSmall = sign === 'positive' ? value <= 0 : sign === 'not-negative' && value < 0;
  if (Number.isFinite(value) && !tooSmall) return parsed;
  const message = Number.isFinite(value)
    ? say.tooSmall(say.show(input), sign)
    : say.notFinite(say.show(input));
  return { ok: false, message, expected: say.expected[dimension], nearest: null };
}

function read(input: string | number, dimension: Dimension): Parsed {
  const say = words().units;
  const refuse = (message: string, near: string | null = null): Parsed => ({
    ok: false,
    message,
    expected: say.expected[dimension],
    nearest: near,
  });
  const text = String(input).trim().replace(/[µμ]/g, 'u');
  if (text === '') return refuse(say.empty);
  if (text.length > longestText) return refuse(say.tooLong(longestText));
  if (splitRange(text)) {
    const expected = say.oneValue(say.expected[dimension]);
    return { ok: false, message: say.rangeHere(say.show(input)), expected, nearest: null };
  }
  if (dimension === 'count' || dimension === 'tokens' || dimension === 'ratio') {
    const value = dimension === 'ratio' ? parseRatio(input) : parseCount(input, dimension === 'tokens');
    return value === null ? refuse(say.notA(say.show(input), dimension)) : { ok: true, value };
  }
  const rule = rules[dimension];
  if (typeof input === 'number') {
    return rule.bareNumber ? { ok: true, value: input } : refuse(say.needsUnit(say.show(input)));
  }
  const dollars = text.startsWith('$') && dimension.startsWith('usd');
  const match = numberAndUnit.exec(dollars ? text.slice(1).trim() : text);
  if (!match) return refuse(say.notA(say.show(input), dimension));
  const value = Number(match[1].replace(/[_,]/g, ''));
  const unit = dollars ? `USD${match[2]}` : match[2].trim();
  if (unit === '') {
    return rule.bareNumber ? { ok: true, value } : refuse(say.needsUnit(say.show(input)));
  }
  return convert(value, unit, rule, refuse, dimension, input);
}

function convert(
  value: number,
  unit: string,
  rule: UnitRule,
  refuse: (message: string, near?: string | null) => Parsed,
  dimension: Dimension,
  input: string,
): Parsed {
  const say = words().units;
  const known = unitText.test(unit) ? unitOf(value, unit) : null;
  if (!known) {
    const near = bitsOrBytes(unit, rule.usual) ?? nearest(unit, rule.usual);
    return refuse(say.unknownUnit(unit, near), near);
  }
  try {
    return { ok: true, value: known.toNumber(rule.si) };
  } catch {
    const rate = `${unit.replace(/s$/, '')}/s`;
    const near = rule.si.endsWith('/s') && rule.usual.includes(rate) ? rate : null;
    return refuse(say.otherDimension(say.show(input), dimension), near);
  }
}

function unitOf(value: number, unit: string) {
  try {
    return math().unit(value, unit);
  } catch {
    return null;
  }
}

/** `gb/s` may be bits or bytes: both spellings are named and none is chosen. */
function bitsOrBytes(unit: string, usual: readonly string[]): string | null {
  const same = usual.filter((candidate) => candidate.toLowerCase() === unit.toLowerCase());
  return same.length > 1 ? same.join(words().units.or) : null;
}
