import { plainText } from '../../figures/text';

/** In Latin letters; a Chinese character is twice as wide. */
const LINE = 26;
const LINES = 2;

const wide = /[\p{Script=Han}，。、；：（）]/u;
/** A line may begin at a Chinese character or after a space, never at what closes. */
const pieces = /[^\S\n]*(?:[\p{Script=Han}（]|[^\s\p{Script=Han}（，。、；：）]+)[，。、；：）]*/gu;

const widthOf = (text: string): number =>
  [...text].reduce((sum, letter) => sum + (wide.test(letter) ? 2 : 1), 0);

/** Names of bars broken into two lines that a phone has room for. */
function barNames(names: readonly string[]): string[] {
  return names.map((name) => {
    const lines = [''];
    for (const piece of name.match(pieces) ?? [name]) {
      const last = lines[lines.length - 1];
      if (last !== '' && widthOf(last + piece.trimEnd()) > LINE) lines.push(piece.trimStart());
      else lines[lines.length - 1] = last === '' ? piece.trimStart() : last + piece;
    }
    const shown = lines.length > LINES ? [...lines.slice(0, LINES - 1), `${lines[LINES - 1]}…`] : lines;
    return shown.map(plainText).join('<br>');
  });
}

/** An axis with a bar for each name, the first on top. */
export const barAxis = (names: readonly string[]) => ({
  tickmode: 'array' as const,
  tickvals: names.map((_, place) => place),
  ticktext: barNames(names),
  range: [names.length - 0.45, -0.55] as [number, number],
  showgrid: false,
  zeroline: false,
});
