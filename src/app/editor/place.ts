/** Where a caret stands in a YAML text: below which keys and items, and whether a key or a value may stand there. */
export interface Place {
  /** Keys and, as zeros, items of lists. */
  path: (string | number)[];
  at: 'key' | 'value';
  /** Where the word under the caret begins. */
  from: number;
  /** Keys that the mapping around the caret has already. */
  taken: string[];
}

/** A list or mapping in brackets that is not closed before the caret. */
interface Bracket {
  mapping: boolean;
  start: number;
  /** The key whose value comes; null before the colon. */
  key: string | null;
  keys: string[];
  wordFrom: number;
}

/** A line at the level of indentation: columns of its dashes, and its key. */
interface Line {
  start: number;
  dashes: number[];
  column: number;
  key: string | null;
  valueFrom: number;
  /** Nothing, or a comment alone. */
  empty: boolean;
}

/**
 * Reads no more than it needs, so that a text which is being written, and is no YAML yet, has places too. Null inside of
 * comments and quotes.
 */
export function placeAt(text: string, caret: number): Place | null {
  const scanned = scan(text, caret);
  if (!scanned) return null;
  const { brackets, inner } = scanned;
  const [outer] = brackets;
  const block = blockPlace(text, outer ? outer.start : caret, inner);
  if (!outer) return block;
  const path = [...block.path];
  for (const { mapping, key } of brackets) {
    if (!mapping) path.push(0);
    else if (key !== null) path.push(key);
  }
  const last = brackets[brackets.length - 1];
  const at = last.mapping && last.key === null ? 'key' : 'value';
  return { path, at, from: wordFrom(text, last.wordFrom, caret), taken: last.mapping ? last.keys : [] };
}

/** The brackets that are open at the caret, and the starts of the lines that lie within brackets. */
function scan(text: string, caret: number): { brackets: Bracket[]; inner: Set<number> } | null {
  const brackets: Bracket[] = [];
  const inner = new Set<number>();
  let fresh = true;
  for (let at = 0; at < caret; at++) {
    const letter = text[at];
    const top = brackets[brackets.length - 1];
    if (letter === '\n' && top) inner.add(at + 1);
    if (letter === '#' && (at === 0 || /\s/.test(text[at - 1]))) {
      const end = text.indexOf('\n', at);
      if (end < 0 || end >= caret) return null;
      at = end - 1;
    } else if (fresh && (letter === '"' || letter === "'")) {
      const end = closing(text, at);
      if (end < 0 || end >= caret) return null;
      at = end;
    } else if ((letter === '{' || letter === '[') && (fresh || top)) {
      brackets.push({ mapping: letter === '{', start: at, key: null, keys: [], wordFrom: at + 1 });
    } else if (top && (letter === '}' || letter === ']')) brackets.pop();
    else if (top && letter === ',') Object.assign(top, { key: null, wordFrom: at + 1 });
    else if (top?.mapping && letter === ':' && /[\s,}\]]/.test(text[at + 1] ?? ' ')) {
      const key = unquoted(text.slice(top.wordFrom, at));
      top.keys.push(key);
      Object.assign(top, { key, wordFrom: at + 1 });
    }
    // A quote or a bracket in the middle of a word is a letter of it.
    if (!/[ \t]/.test(letter)) fresh = /[\n:,{[-]/.test(letter);
  }
  return { brackets, inner };
}

function closing(text: string, open: number): number {
  for (let at = open + 1; at < text.length; at++) {
    if (text[open] === '"' && text[at] === '\\') at++;
    else if (text[at] === text[open]) {
      if (text[open] === '"' || text[at + 1] !== "'") return at;
      at++;
    }
  }
  return -1;
}

/** The place by indentation: of the caret, or of the bracket that it stands in. */
function blockPlace(text: string, at: number, inner: ReadonlySet<number>): Place {
  const lines = linesOf(text).filter(({ start }) => !inner.has(start));
  const index = lines.findLastIndex(({ start }) => start <= at);
  const line = lines[index];
  const hasKey = line.key !== null && at >= line.valueFrom;
  // On an empty line the caret's own column tells how deep it is.
  const blank = line.key === null && text.slice(line.start, at).trim() === '';
  const column = blank ? at - line.start : line.column;
  const path: (string | number)[] = hasKey ? [line.key as string] : [];
  let limit = column;
  for (const dash of [...line.dashes].reverse()) {
    path.unshift(0);
    limit = dash;
  }
  let listed = line.dashes.length > 0;
  for (let up = index - 1; up >= 0 && (limit > 0 || listed); up--) {
    const above = lines[up];
    if (above.key !== null && (above.column < limit || (listed && above.column === limit))) {
      path.unshift(above.key);
      limit = above.column;
      listed = false;
    }
    for (const dash of [...above.dashes].reverse()) {
      if (dash >= limit) continue;
      path.unshift(0);
      limit = dash;
      listed = true;
    }
  }
  const from = hasKey ? line.valueFrom : line.start + column;
  const above = line.dashes.length > 0 ? [] : siblings(lines.slice(0, index).reverse(), column, true);
  const taken = [...above, ...siblings(lines.slice(index + 1), column, false)];
  return { path, at: hasKey ? 'value' : 'key', from: wordFrom(text, from, at), taken };
}

/** Keys at a column in the lines above or below one, nearest first: of its own mapping, which an item of a list ends. */
function siblings(lines: readonly Line[], column: number, upwards: boolean): string[] {
  const keys: string[] = [];
  for (const { dashes, key, column: at, empty } of lines) {
    if (empty) continue;
    const item = dashes.length > 0 && dashes[0] < column;
    if (at < column || (item && !upwards)) break;
    if (at === column && key !== null) keys.push(key);
    if (item) break;
  }
  return keys;
}

function linesOf(text: string): Line[] {
  let start = 0;
  return text.split('\n').map((content) => {
    const [, indent, items] = /^( *)((?:- +|-$)*)/.exec(content) ?? ['', '', ''];
    const column = indent.length + items.length;
    const dashes = [...items].flatMap((letter, place) => (letter === '-' ? [indent.length + place] : []));
    const keyed = /^([^\s#:{[][^:{[]*?)\s*:(?=\s|$)/.exec(content.slice(column));
    const key = keyed ? unquoted(keyed[1]) : null;
    const empty = /^\s*(#.*)?$/.test(content);
    const line = { start, dashes, column, key, empty, valueFrom: start + column + (keyed?.[0].length ?? 0) };
    start += content.length + 1;
    return line;
  });
}

const unquoted = (text: string): string => text.trim().replace(/^(['"])(.*)\1$/, '$2');

function wordFrom(text: string, from: number, caret: number): number {
  let at = Math.min(from, caret);
  while (at < caret && /\s/.test(text[at])) at++;
  return at;
}
