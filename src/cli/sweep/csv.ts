import type { Cell, Table } from './table';

/** A text as one CSV field (RFC 4180). */
const field = (text: string): string => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** A number with all its digits; nothing where there is none. */
const cellText = (cell: Cell): string => (cell === null ? '' : field(String(cell)));

export const csvText = ({ head, rows }: Table): string =>
  `${[head, ...rows].map((cells) => cells.map(cellText).join(',')).join('\n')}\n`;

/** Reads what `csvText` wrote; all cells stay texts, so that they are written again as they are. Null: not such a file. */
export function csvTable(text: string): Table | null {
  const lines: string[][] = [];
  let line: string[] = [];
  const pattern = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r?\n|$)/gy;
  while (pattern.lastIndex < text.length) {
    const found = pattern.exec(text);
    if (!found) return null;
    const [, raw, end] = found;
    line.push(raw.startsWith('"') ? raw.slice(1, -1).replaceAll('""', '"') : raw);
    if (end === ',') continue;
    lines.push(line);
    line = [];
  }
  const [head, ...rows] = lines;
  if (!head || line.length > 0 || rows.some(({ length }) => length !== head.length)) return null;
  return { head, rows: rows.map((cells) => cells.map((cell) => (cell === '' ? null : cell))) };
}
