/** What part of the step is on show, seconds. */
export interface Span {
  from: number;
  to: number;
}

/** Shortest span that is worth a look: a hundred-thousandth of the step. */
const NARROWEST = 1e-5;

/** The span within the step, moved rather than cut where it would leave it. */
export function within({ from, to }: Span, whole: number): Span {
  const length = Math.min(whole, Math.max(whole * NARROWEST, to - from));
  const start = Math.max(0, Math.min(whole - length, from));
  return { from: start, to: start + length };
}

/** Zooms by a factor (above one: in) about a time that stays where it is. */
export function zoomed({ from, to }: Span, factor: number, about: number, whole: number): Span {
  const length = Math.min(whole, Math.max(whole * NARROWEST, (to - from) / factor));
  const share = (about - from) / (to - from);
  return within({ from: about - share * length, to: about + (1 - share) * length }, whole);
}

export const moved = ({ from, to }: Span, share: number, whole: number): Span =>
  within({ from: from + share * (to - from), to: to + share * (to - from) }, whole);

/** Round times on the axis, at most `most` of them. */
export function ticks({ from, to }: Span, most: number): number[] {
  const rough = (to - from) / Math.max(1, most);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((times) => times * power).find((size) => size >= rough) ?? 10 * power;
  const first = Math.ceil(from / step - 1e-9);
  const last = Math.floor(to / step + 1e-9);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => (first + i) * step);
}

const UNITS = [
  { unit: 's', size: 1 },
  { unit: 'ms', size: 1e-3 },
  { unit: 'µs', size: 1e-6 },
] as const;

/** A tick's time with as many digits as tell it from its neighbours; `step`: seconds between ticks. */
export function tickText(time: number, step: number): string {
  const { unit, size } = UNITS.find((entry) => step >= 0.05 * entry.size) ?? UNITS[2];
  const digits = Math.max(0, -Math.floor(Math.log10(step / size) + 1e-9));
  return `${(time / size).toFixed(Math.min(6, digits))} ${unit}`;
}
