import { plainText } from '../../figures/text';

const LINE = 26;
const LINES = 2;

/** Names of bars broken into two lines that a phone has room for. */
function barNames(names: readonly string[]): string[] {
  return names.map((name) => {
    const lines = [''];
    for (const word of name.split(' ')) {
      const last = lines[lines.length - 1];
      if (last !== '' && last.length + word.length >= LINE) lines.push(word);
      else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`;
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
