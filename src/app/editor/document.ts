import { type Document, isCollection, isMap, isScalar, isSeq, parseDocument } from 'yaml';
import { equal, isObject, type Json, type JsonObject, type Path } from '../state/json';

/** The YAML text of a scenario, kept in step with edits of the form without losing its comments. */

/** Longest text that is read while it is typed, in characters; a file of this size is no scenario. */
export const TEXT_LIMIT = 100_000;

/** The scenario that a text means; null when it is not a readable mapping. What it means is for the engine to check. */
export function readText(text: string): JsonObject | null {
  if (text.length > TEXT_LIMIT) return null;
  try {
    const document = parseDocument(text, { uniqueKeys: true });
    if (document.errors.length > 0 || !isMap(document.contents)) return null;
    // Through JSON, since a scenario in a link is JSON: what that cannot hold, such as .nan, becomes null.
    const value: unknown = JSON.parse(JSON.stringify(document.toJS({ maxAliasCount: 0 })));
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

/** The text changed so that it means `scenario`, its comments and order kept where they can be; null if it is unreadable. */
export function inStep(text: string, scenario: JsonObject): string | null {
  const now = readText(text);
  if (!now) return null;
  if (equal(now, scenario)) return text;
  const document = parseDocument(text);
  change(document, [], now, scenario);
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}

function change(document: Document, path: Path, from: Json, to: Json): void {
  if (equal(from, to)) return;
  if (isObject(from) && isObject(to)) changeFields(document, path, from, to);
  else if (Array.isArray(from) && Array.isArray(to)) changeItems(document, path, from, to);
  else put(document, path, to);
}

function changeFields(document: Document, path: Path, from: JsonObject, to: JsonObject): void {
  for (const key of Object.keys(from)) if (!Object.hasOwn(to, key)) document.deleteIn([...path, key]);
  for (const [key, value] of Object.entries(to)) {
    if (Object.hasOwn(from, key)) change(document, [...path, key], from[key], value);
    else put(document, [...path, key], value);
  }
}

/** An item taken out of the middle takes its comment along; the others keep theirs. */
function changeItems(document: Document, path: Path, from: readonly Json[], to: readonly Json[]): void {
  if (to.length === from.length - 1) {
    const gone = from.findIndex((item, index) => !equal(item, to[index]));
    if (equal(from.slice(gone + 1), to.slice(gone))) {
      document.deleteIn([...path, gone]);
      return;
    }
  }
  for (let index = from.length - 1; index >= to.length; index--) document.deleteIn([...path, index]);
  for (const [index, item] of to.entries()) {
    if (index < from.length) change(document, [...path, index], from[index], item);
    else put(document, [...path, index], item);
  }
}

function put(document: Document, path: Path, value: Json): void {
  const node = document.getIn(path, true);
  if (isScalar(node) && (typeof value !== 'object' || value === null)) {
    node.value = value;
    // The text of a number may be in another notation than its new value's.
    node.source = undefined;
    node.format = undefined;
    node.minFractionDigits = undefined;
    return;
  }
  const made = document.createNode(value, { flow: inFlow(document, path) });
  const parent = document.getIn(path.slice(0, -1), true);
  if (isSeq(parent) && Number(path.at(-1)) === parent.items.length) parent.items.push(made);
  else document.setIn(path, made);
}

/** Short things stand on one line, as in the files of the catalog; a list of mappings at the top does not. */
const inFlow = (document: Document, path: Path): boolean =>
  path.length > 0 && !(isCollection(document.contents) && path.length === 1 && path[0] === 'clusters');
