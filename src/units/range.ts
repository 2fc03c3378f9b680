import { words } from '../words';
import type { Dimension } from './dimension';
import { type Parsed, parseQuantity } from './parse';

/** A range in words, ends in SI: `4 to 6`, `300 to 500 Gbit/s`, `5 ± 10 %`, `5 ± 0.5 GB`; a single value has equal ends. */
type ParsedRange = { ok: true; low: number; high: number } | Extract<Parsed, { ok: false }>;

const longest = 120;
const number = String.raw`[+-]?[\d_,.]+(?:[eE][+-]?\d+)?\s*[kKMBT]?`;
const between = new RegExp(String.raw`^(${number})\s*(.*?)\s*(?:\bto\b|–|—|\.\.)\s*(.+)$`);
const around = /^(.+?)\s*(?:±|\+\/-|\+-)\s*(.+)$/;

/** Reads a range of positive quantities; the first end may leave its unit to the second. Never throws. */
export function parseRange(input: string | number, dimension: Dimension): ParsedRange {
  const text = String(input).trim();
  if (text.length > longest) return refuse(words().units.tooLong(longest), dimension);
  const spread = around.exec(text);
  if (spread) return aroundRange(spread[1], spread[2], dimension, input);
  const ends = between.exec(text);
  if (!ends) {
    const single = parseQuantity(input, dimension);
    return single.ok ? { ok: true, low: single.value, high: single.value } : single;
  }
  const [, first, unit, second] = ends;
  const high = parseQuantity(second, dimension);
  if (!high.ok) return high;
  const own = unit === '' ? `${first}${unitOf(second)}` : `${first} ${unit}`;
  const low = parseQuantity(own, dimension);
  if (!low.ok) return low;
  return ordered(low.value, high.value, dimension, input);
}

/** What follows the number of a quantity: its unit, or a suffix such as T. */
const unitOf = (text: string): string => text.replace(/^[+-]?[\d_,.]+(?:[eE][+-]?\d+)?/, '');

/** The ends lie at equal ratios to the middle, so that both stay positive. */
function aroundRange(
  middle: string,
  width: string,
  dimension: Dimension,
  input: string | number,
): ParsedRange {
  const share = /%$/.test(width.trim()) ? parseQuantity(width, 'ratio') : null;
  if (share) {
    const centre = parseQuantity(middle, dimension);
    if (!centre.ok) return centre;
    if (!share.ok) return share;
    const factor = 1 + share.value;
    return { ok: true, low: centre.value / factor, high: centre.value * factor };
  }
  const distance = parseQuantity(width, dimension);
  if (!distance.ok) return distance;
  const own = /[a-zA-Z$]/.test(middle) ? middle : `${middle}${unitOf(width)}`;
  const centre = parseQuantity(own, dimension);
  if (!centre.ok) return centre;
  const factor = 1 + distance.value / centre.value;
  return ordered(centre.value / factor, centre.value * factor, dimension, input);
}

function ordered(low: number, high: number, dimension: Dimension, input: string | number): ParsedRange {
  if (low <= high) return { ok: true, low, high };
  return refuse(words().units.rangeBackwards(words().units.show(input)), dimension);
}

const refuse = (message: string, dimension: Dimension): ParsedRange => ({
  ok: false,
  message,
  expected: words().units.expected[dimension],
  nearest: null,
});
