/** Names come from the user, and plotly reads some HTML and templates in texts. */
export function plainText(name: string): string {
  return name.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('%{', '% {');
}

const LINE = 9;
/** Chinese is written without spaces and twice as wide; a line may end after any of its characters. */
const HAN_LINE = 4;
const han = /\p{Script=Han}/u;

const words = (name: string): string[] =>
  name.split(/\s+/).flatMap((word) => {
    if (!han.test(word) || word.length <= HAN_LINE + 1) return word;
    const lines = Math.ceil(word.length / HAN_LINE);
    const length = Math.ceil(word.length / lines);
    return Array.from({ length: lines }, (_, at) => word.slice(at * length, (at + 1) * length));
  });

/** A name broken into short lines, so that neighbours on an axis need not be tilted. */
export function wrapped(name: string): string {
  const lines: string[] = [];
  for (const word of words(name)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < LINE && !han.test(last))
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.map(plainText).join('<br>');
}

const WIDE_TITLE = 30;

/** An axis title for a narrow figure: the unit on a line of its own where both are too long for one. */
export const foldedTitle = (title: string): string =>
  title.length > WIDE_TITLE ? title.replace(/ ?([(（])/, '<br>$1') : title;

/** An axis with a place for each name; places are numbers, so that equal names stay apart. */
export function namedAxis(names: readonly string[]) {
  return {
    tickmode: 'array' as const,
    tickvals: names.map((_, index) => index),
    ticktext: names.map(wrapped),
    tickangle: 0,
    range: [-0.5, names.length - 0.5] as [number, number],
    showgrid: false,
    zeroline: false,
  };
}
