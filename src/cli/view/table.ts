import { paragraphsOf } from '../../words';

/** A column: its head, and whether its cells are numbers, which stand at its right edge. */
interface Column {
  head: string;
  right?: boolean;
}

const wide = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/g;

/** Places that a text takes on a terminal; Chinese letters take two. */
const widthOf = (text: string): number => [...text].length + (text.match(wide)?.length ?? 0);

/** Lines of aligned columns, a rule below the head, nothing at the ends of the lines. */
export function table(columns: Column[], rows: string[][]): string {
  const widths = columns.map(({ head }, at) =>
    Math.max(...[head, ...rows.map((row) => row[at])].map(widthOf)),
  );
  const line = (cells: string[]) =>
    cells
      .map((cell, at) => {
        const space = ' '.repeat(widths[at] - widthOf(cell));
        return columns[at].right ? space + cell : cell + space;
      })
      .join('  ')
      .trimEnd();
  const rule = widths.map((width) => '─'.repeat(width)).join('  ');
  return [line(columns.map(({ head }) => head)), rule, ...rows.map(line)].join('\n');
}

/** Blocks with an empty line between them; those that are empty are left out. */
export const blocks = (...parts: string[]): string => parts.filter((part) => part !== '').join('\n\n');

/** A name underlined. */
export const heading = (name: string): string => `${name}\n${'═'.repeat(Math.min(100, name.length))}`;

/** A table under its title. */
export const titled = (title: string, columns: Column[], rows: string[][]): string =>
  `${title}\n${table(columns, rows)}`;

/** Breaks paragraphs at spaces into lines of at most `width` places; later lines begin with `indent`. */
export const wrap = (text: string, indent = '', width = 100): string =>
  blocks(...paragraphsOf(text).map((paragraph) => wrapped(paragraph, indent, width)));

function wrapped(text: string, indent: string, width: number): string {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && widthOf(longer) <= width) lines[lines.length - 1] = longer;
    else lines.push(lines.length > 0 ? indent + word : word);
  }
  return lines.join('\n');
}
