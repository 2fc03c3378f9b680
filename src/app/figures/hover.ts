import { roundedTo } from '../../units';
import { words } from '../words';
import { plainText } from './text';
import type { Drawing } from './types';

/** Characters of a line of a hover text that a phone has room for beside any point. */
const LINE = 26;

/** What is told under the pointer, a line each; for `%{hovertext}`. */
export const hoverLines = (...lines: (string | null)[]): string =>
  lines.flatMap((line) => (line ? [plainText(line)] : [])).join('<br>');

type End = number | null | undefined;

/** A value with its unit, and its 80 % interval on the next line, in the digits that this supports. */
export function rangedLines(
  value: number | null,
  ends: readonly [End, End] | null,
  format: (value: number) => string,
  /** Of an end, where the value has told the unit. */
  formatEnd = format,
): string[] {
  if (value === null) return [];
  const [low, high] = ends ?? [];
  const known = (end: End) => end !== null && end !== undefined;
  if (!known(low) && !known(high)) return [format(value)];
  const shown = known(low) && known(high) ? roundedTo(value, low, high) : [value, low, high];
  const [central, ...bounds] = shown;
  const [least, most] = bounds.map((end) => (known(end) ? formatEnd(end) : words.parity.open));
  return [format(central ?? value), words.figures.between(least, most)];
}

type Trace = Record<string, unknown>;

/** The traces with long hover texts broken into lines, for a narrow figure: plotly cuts them at its edge. */
export function foldedHover(data: Drawing['data']): Drawing['data'] {
  return data.map((trace) => {
    const own: Trace = { ...trace };
    const template = String(own.hovertemplate ?? '');
    const shown = ['text', 'hovertext', 'customdata'].filter((key) => template.includes(`%{${key}}`));
    return { ...own, ...Object.fromEntries(shown.map((key) => [key, foldedAll(own[key])])) } as unknown;
  }) as Drawing['data'];
}

const foldedAll = (texts: unknown): unknown =>
  Array.isArray(texts) ? texts.map((text) => (typeof text === 'string' ? folded(text) : text)) : texts;

/** Lines end at spaces, and after Chinese commas. */
export function folded(text: string): string {
  return text
    .split('<br>')
    .map((line) => {
      const lines = [''];
      for (const word of line.split(/(?<=\s)|(?<=[，；。、：])/u)) {
        const last = lines[lines.length - 1];
        if (last !== '' && last.length + word.trimEnd().length > LINE) lines.push(word);
        else lines[lines.length - 1] = last + word;
      }
      return lines.map((part) => part.trimEnd()).join('<br>');
    })
    .join('<br>');
}
