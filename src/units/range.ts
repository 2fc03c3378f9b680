import { words } from '../words';
import type { Dimension } from './dimension';
import { type Parsed, parseQuantity } from './parse';
import { splitRange } from './range-text';

/** A range in words, ends in SI: `4 to 6`, `300 to 500 Gbit/s`, `5 ± 10 %`, `5 ± 0.5 GB`; a single value has equal ends. */
type ParsedRange = { ok: true; low: number; high: number } | Extract<Parsed, { ok: false }>;

const longest = 120;
/** Reads a range of positive quantities; the first end may leave its unit to the second. Never throws. */
export function parseRange(input: string | number, dimension: Dimension): ParsedRange {
  const text = String(input).trim();
  if (text.length > longest) return refuse(words().units.tooLong(longest), dimension);
  const range = splitRange(text);
  if (range === null) {
    const single = parseQuantity(input, dimension);
    return single.ok ? { ok: true, low: single.value, high: single.value } : single;
  }
  if (range.kind === 'around') return aroundRange(range.middle, range.width, dimension, input);
  const high = parseQuantity(range.high, dimension);
  if (!high.ok) return high;
  const low = parseQuantity(range.low, dimension);
  if (!low.ok) return low;
  return ordered(low.value, high.value, dimension, input);
}

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
  const centre = parseQuantity(middle, dimension);
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
