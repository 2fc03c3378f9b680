import { isAlias, isMap, isNode, isScalar, isSeq, LineCounter, type Node, parseDocument, visit } from 'yaml';
import { errorOf, fail, MOST_LEVELS, nestedBeyond, ok, type Result, type UserError } from '../units';
import { words } from '../words';

const TEXT_LENGTH = 200_000;
const VALUES = 20_000;

export type Path = readonly PropertyKey[];
interface Place {
  line: number | null;
  column: number | null;
}

/** A checked plain value with the way back to where each of its parts is written. */
export interface Written {
  file: string;
  value: unknown;
  /** The place of the value at `path`, or of the nearest thing around it; with `key`, of its key. */
  place(path: Path, key?: boolean): Place;
}

const nowhere: Place = { line: null, column: null };

export const dotted = (path: Path): string => path.map(String).join('.');

/** Wraps a value that was not written as text (a form, a link): it has no lines. */
export function writtenValue(file: string, value: unknown): Result<Written> {
  const problem = oversize(value);
  if (problem) return fail(errorOf(file, problem.message, problem.expected));
  return ok({ file, value, place: () => nowhere });
}

/**
 * Reads YAML text into plain data. Syntax errors and doubled keys come all at once, each at its place; aliases,
 * texts over 200,000 characters and deep nesting are refused. Never throws.
 */
export function readYaml(file: string, text: string): Result<Written> {
  const say = words().catalog;
  const at = (place: Place, message: string, expected: string): UserError => ({
    ...errorOf(file, message, expected),
    ...place,
  });
  const start = { line: 1, column: 1 };
  if (text.length > TEXT_LENGTH) {
    return fail(at(start, say.tooLong(text.length, TEXT_LENGTH), say.shorter(TEXT_LENGTH)));
  }
  const lines = new LineCounter();
  const placeOf = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  };
  try {
    const doc = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
    // Where the parser runs out of stack it may say so more than once.
    const deep = doc.errors.find(({ code }) => code === 'RESOURCE_EXHAUSTION');
    if (deep) return fail(at(placeOf(deep.pos[0]), say.tooDeep, say.flatter(MOST_LEVELS)));
    if (doc.errors.length > 0) {
      return fail(
        ...doc.errors
          .slice(0, 20)
          .map(({ code, pos, message }) => at(placeOf(pos[0]), syntaxWords(code, message), say.validYaml)),
      );
    }
    let alias: UserError | null = null;
    visit(doc, {
      Alias: (_, node) => {
        alias = at(placeOf(node.range?.[0] ?? 0), say.alias(node.source), say.noAlias);
        return visit.BREAK;
      },
    });
    if (alias) return fail(alias);
    const value: unknown = doc.toJS({ maxAliasCount: 0 });
    if (value === null) return fail(at(start, say.empty, say.aMapping));
    const problem = oversize(value);
    if (problem) return fail(at(start, problem.message, problem.expected));
    const root = isNode(doc.contents) ? doc.contents : null;
    return ok({ file, value, place: (path, key = false) => placeOf(offsetOf(root, path, key)) });
  } catch (error) {
    const deep = error instanceof RangeError;
    const message = deep
      ? say.tooDeep
      : say.syntaxOther(error instanceof Error ? error.message : String(error));
    return fail(at(start, message, deep ? say.flatter(MOST_LEVELS) : say.validYaml));
  }
}

/** The parser's complaint in plain words. */
function syntaxWords(code: string, message: string): string {
  const say = words().catalog;
  if (/^Flow (map|sequence)/.test(message)) return say.openBracket;
  if (/closing ["']|quote/i.test(message) && code === 'MISSING_CHAR') return say.openQuote;
  return say.syntax[code] ?? say.syntaxOther(message);
}

/** Offset of what is written at `path`; where it is not written, of the key that should hold it. */
function offsetOf(root: Node | null, path: Path, key: boolean): number {
  let node: unknown = root;
  let offset = root?.range?.[0] ?? 0;
  for (const [depth, part] of path.entries()) {
    const last = depth === path.length - 1;
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(part));
      if (!pair) return offset;
      const keyOffset = isNode(pair.key) ? (pair.key.range?.[0] ?? offset) : offset;
      const value = isNode(pair.value) ? pair.value : null;
      offset = last && !key ? (value?.range?.[0] ?? keyOffset) : keyOffset;
      node = value;
    } else if (isSeq(node)) {
      const item = node.items[Number(part)];
      if (!isNode(item) || isAlias(item)) return offset;
      offset = item.range?.[0] ?? offset;
      node = item;
    } else return offset;
  }
  return offset;
}

/** Whether a value is nested or populated beyond reason, or no plain data. */
function oversize(value: unknown): { message: string; expected: string } | null {
  const say = words().catalog;
  if (nestedBeyond(value, MOST_LEVELS)) return { message: say.tooDeep, expected: say.flatter(MOST_LEVELS) };
  let values = 0;
  const count = (part: unknown): void => {
    values += 1;
    if (typeof part !== 'object' || part === null || values > VALUES) return;
    for (const inner of Object.values(part)) count(inner);
  };
  count(value);
  return values > VALUES ? { message: say.tooMuch(VALUES), expected: say.atMostValues(VALUES) } : null;
}
