import type { Data, Layout } from 'plotly.js-dist-min';
import { plotly } from './plotly';
import { plainText } from './text';
import type { Cell, FigureTable } from './types';

/** Rows as CSV (RFC 4180), heads first. */
export function toCsv({ head, rows }: FigureTable): string {
  return `${[head, ...rows].map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`;
}

/** Digits of a number that is no count: more than any estimate is worth, and short enough to read. */
const DIGITS = 6;

function csvCell(value: Cell): string {
  if (value === null) return '';
  const measured = typeof value === 'number' && !Number.isInteger(value);
  const text = String(measured ? Number(value.toPrecision(DIGITS)) : value);
  // A name that begins like a formula would be run by a spreadsheet.
  const safe = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** `moe-capacity-memory-2026-11-24.csv` */
export function fileName(figure: string, extension: string, day: Date): string {
  return `moe-capacity-${figure}-${day.toISOString().slice(0, 10)}.${extension}`;
}

export function saveText(text: string, type: string, name: string): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  save(address, name);
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** A report as JSON, columns as lists, numbers that are none as null. */
export function jsonOf(value: unknown): string {
  const plain = (_: string, part: unknown) =>
    ArrayBuffer.isView(part) ? Array.from(part as Float64Array) : part;
  return `${JSON.stringify(value, plain, 2)}\n`;
}

type Drawn = HTMLDivElement & { data: Data[]; layout: Partial<Layout> };

/** The figure as shown with its title and citation, at 1200 × 760 (PNG: twice that). */
export async function saveImage(
  element: HTMLDivElement,
  format: 'png' | 'svg',
  name: string,
  title: string,
  cited: string,
): Promise<void> {
  const library = plotly.peek();
  if (!library || library === 'failed') return;
  const { data, layout } = element as Drawn;
  const subtitle = { text: wrappedLine(cited, 140), font: { size: 11 } };
  const titled = { text: plainText(title), subtitle, x: 0.01, xanchor: 'left', y: 0.97, yanchor: 'top' };
  const figure = {
    data,
    layout: {
      ...layout,
      title: titled,
      margin: { ...layout.margin, t: 96, l: 16 },
      width: 1200,
      height: 760,
    },
  };
  const picture = { format, width: 1200, height: 760, scale: format === 'png' ? 2 : 1 };
  save(await library.toImage(figure as Parameters<typeof library.toImage>[0], picture), name);
}

/** Long lines of a title broken where plotly does not. */
function wrappedLine(text: string, most: number): string {
  const lines = [''];
  for (const word of text.split(' ')) {
    if (lines[lines.length - 1].length + word.length > most) lines.push('');
    lines[lines.length - 1] += `${word} `;
  }
  return lines.map((line) => plainText(line.trim())).join('<br>');
}

function save(address: string, name: string): void {
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
}
