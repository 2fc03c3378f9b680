/** An axis of a sketch: places as shares of its length, ticks where plotly sets them. */
export interface Scale {
  /** 0 at the low end, 1 at the high end. */
  at(value: number): number;
  ticks: { place: number; text: string }[];
}

/** What a sketch reads of a plotly axis. */
export interface Axis {
  type?: string;
  range?: readonly [number, number];
  tickvals?: readonly number[];
  ticktext?: readonly string[];
  tickformat?: string;
  showgrid?: boolean;
  title?: { text?: string };
}

/** Plotly leaves so many pixels between ticks. */
const SPACING = { x: 80, y: 40 };

/** `range` of the axis is given, as powers of ten on a log axis; `length` in pixels. */
export function scaleOf(axis: Axis, which: 'x' | 'y', length: number): Scale {
  const [low, high] = axis.range ?? [0, 1];
  const log = axis.type === 'log';
  const at = (value: number) => ((log ? Math.log10(value) : value) - low) / (high - low);
  const { tickvals, ticktext } = axis;
  const values = tickvals ?? (log ? logTicks(low, high) : linearTicks(low, high, length / SPACING[which]));
  const ticks = values.map((value, index) => ({
    place: at(value),
    text: ticktext?.[index] ?? textOf(value, axis.tickformat),
  }));
  return { at, ticks: ticks.filter(({ place }) => place > -1e-6 && place < 1 + 1e-6) };
}

function linearTicks(low: number, high: number, room: number): number[] {
  const rough = Math.abs(high - low) / (Math.min(9, Math.max(4, room)) + 1);
  const base = 10 ** Math.floor(Math.log10(rough));
  const step = base * ([2, 5, 10].find((size) => size >= rough / base - 1e-9) ?? 10);
  const first = Math.ceil(Math.min(low, high) / step);
  const count = Math.floor(Math.max(low, high) / step) - first + 1;
  return Array.from({ length: Math.max(0, count) }, (_, index) => (first + index) * step);
}

function logTicks(low: number, high: number): number[] {
  const decades = Array.from(
    { length: Math.ceil(high) - Math.floor(low) + 1 },
    (_, index) => Math.floor(low) + index,
  );
  const parts = high - low > 3 ? [1] : [1, 2, 5];
  return decades.flatMap((decade) => parts.map((part) => part * 10 ** decade));
}

const prefixes = ['p', 'n', 'µ', 'm', '', 'k', 'M', 'G', 'T', 'P', 'E'];

/** As plotly writes it by `.0%` or `~s`. */
function textOf(value: number, format: string | undefined): string {
  if (format?.endsWith('%')) return `${Number((100 * value).toPrecision(6))}%`;
  if (value === 0) return '0';
  const power = Math.floor(Math.log10(Math.abs(value)) / 3 + 1e-9);
  const prefix = prefixes[power + 4];
  return prefix === undefined ? String(value) : `${Number((value / 1000 ** power).toPrecision(6))}${prefix}`;
}
