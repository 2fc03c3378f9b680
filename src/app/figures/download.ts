import { plotly } from './plotly';
import type { Cell, FigureTable } from './types';

/** Rows as CSV (RFC 4180), heads first. */
export function toCsv({ head, rows }: FigureTable): string {
  return `${[head, ...rows].map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`;
}

function csvCell(value: Cell): string {
  if (value === null) return '';
  const text = String(value);
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

/** The figure as shown, at 1200 × 700 (PNG: twice that). */
export async function saveImage(element: HTMLDivElement, format: 'png' | 'svg', name: string): Promise<void> {
  const library = plotly.peek();
  if (!library || library === 'failed') return;
  save(
    await library.toImage(element, { format, width: 1200, height: 700, scale: format === 'png' ? 2 : 1 }),
    name,
  );
}

function save(address: string, name: string): void {
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
}
