/** Names come from the user, and plotly reads some HTML and templates in texts. */
export function plainText(name: string): string {
  return name.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('%{', '% {');
}

const LINE = 9;

/** A name broken into short lines, so that neighbours on an axis need not be tilted. */
export function wrapped(name: string): string {
  const lines: string[] = [];
  for (const word of name.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < LINE) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.map(plainText).join('<br>');
}

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
