const suffix = /^\s*[kKMBT](?![A-Za-z/])/;
const number = String.raw`[+-]?[\d_,.]+(?:[eE][+-]?\d+)?(?:\s*[kKMBT](?![A-Za-z/]))?`;
const between = new RegExp(String.raw`^(${number})\s*(.*?)\s*(?:\bto\b|–|—|\.\.)\s*(.+)$`);
const around = /^(.+?)\s*(?:±|\+\/-|\+-)\s*(.+)$/;

/** The texts of a range: two ends, of which the first may leave its unit to the second, or a middle and a width. */
type RangeText =
  | { kind: 'between'; low: string; high: string }
  | { kind: 'around'; middle: string; width: string };

/** Takes a range apart, as `300 to 500 Gbit/s` or `5 ± 10 %`; null for what is none. Reads no unit. */
export function splitRange(text: string): RangeText | null {
  const spread = around.exec(text.trim());
  if (spread) {
    const [, middle, width] = spread;
    const own = /[a-zA-Z$]/.test(middle) || /%$/.test(width.trim());
    return { kind: 'around', middle: own ? middle : `${middle}${unitOf(width)}`, width };
  }
  const ends = between.exec(text.trim());
  if (!ends) return null;
  const [, first, unit, high] = ends;
  return { kind: 'between', low: unit === '' ? `${first}${leftBy(first, high)}` : `${first} ${unit}`, high };
}

/** What the second end says for the first too: all its unit, but for a suffix such as T where the first has its own. */
const leftBy = (first: string, high: string): string =>
  unitOf(first) === '' ? unitOf(high) : unitOf(high).replace(suffix, '');

/** What follows the number of a quantity: its unit, or a suffix such as T. */
const unitOf = (text: string): string => text.replace(/^[+-]?[\d_,.]+(?:[eE][+-]?\d+)?/, '');

/**
 * The value in the middle of a range, at equal ratios to its ends, as a text; the lower end where the ends are written in
 * different units. `whole`: of something that is counted.
 */
export function middleOf(text: string, whole: boolean): string | null {
  const range = splitRange(text);
  if (range === null) return null;
  if (range.kind === 'around') return range.middle;
  const { low, high } = range;
  const unit = unitOf(high);
  if (unitOf(low) !== unit) return low;
  const [from, to] = [low, high].map((end) =>
    Number(end.slice(0, end.length - unit.length).replace(/[_,]/g, '')),
  );
  const middle = Math.sqrt(from * to);
  if (!(middle > 0 && Number.isFinite(middle))) return low;
  return `${whole && unit.trim() === '' ? Math.round(middle) : Number(middle.toPrecision(3))}${unit}`;
}
