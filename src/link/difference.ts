import { equal, isObject, type Json, type JsonObject } from './json';

/**
 * What turns one value into another, as JSON: `[value]` replaces, `[]` removes, an object goes into the fields of an
 * object or the items of an array (with `length` when that differs).
 */
export type Difference = Json[] | { [key: string]: Difference };

/** The difference that makes `to` of `from`; undefined when they are equal. */
export function difference(from: Json, to: Json): Difference | undefined {
  if (equal(from, to)) return undefined;
  if (Array.isArray(from) && Array.isArray(to)) {
    const items = fields(byIndex(from), byIndex(to));
    const shared = Object.entries(items).filter(([index]) => Number(index) < to.length);
    const changed = Object.fromEntries(shared);
    if (from.length !== to.length) changed.length = [to.length];
    return changed;
  }
  return isObject(from) && isObject(to) ? fields(from, to) : [to];
}

const byIndex = (items: Json[]): JsonObject => Object.fromEntries(items.entries());

function fields(from: JsonObject, to: JsonObject): { [key: string]: Difference } {
  const changes: [string, Difference][] = [];
  for (const key of Object.keys(from)) if (!Object.hasOwn(to, key)) changes.push([key, []]);
  for (const key of Object.keys(to)) {
    const change: Difference | undefined = Object.hasOwn(from, key)
      ? difference(from[key], to[key])
      : [to[key]];
    if (change) changes.push([key, change]);
  }
  return Object.fromEntries(changes);
}

/** Applies a difference. Throws a RangeError on one that doesn't fit, as a hostile link may hold. */
export function applyDifference(from: Json, change: Difference): Json {
  if (Array.isArray(change)) {
    if (change.length !== 1) throw new RangeError('not a replacement');
    return change[0];
  }
  if (Array.isArray(from)) return applyToItems(from, change);
  if (!isObject(from)) throw new RangeError('nothing to change there');
  const result = new Map(Object.entries(from));
  for (const [key, part] of Object.entries(change)) {
    if (!isChange(part)) throw new RangeError('not a difference');
    if (Array.isArray(part) && part.length === 0) result.delete(key);
    else if (Array.isArray(part) && part.length === 1) result.set(key, part[0]);
    else result.set(key, applyDifference(result.get(key) ?? null, part));
  }
  return Object.fromEntries(result);
}

function applyToItems(from: Json[], change: { [key: string]: Difference }): Json[] {
  const { length: given, ...items } = change;
  const length = given === undefined ? from.length : (given as Json[])[0];
  if (typeof length !== 'number' || !Number.isInteger(length) || length < 0 || length > 1000) {
    throw new RangeError('not a length');
  }
  const result = from.slice(0, length);
  for (const [key, part] of Object.entries(items)) {
    const index = Number(key);
    if (!Number.isInteger(index) || index < 0 || index >= length || !isChange(part)) {
      throw new RangeError('not an item');
    }
    result[index] =
      Array.isArray(part) && part.length === 1 ? part[0] : applyDifference(from[index] ?? null, part);
  }
  if (Array.from(result, (item) => item === undefined).includes(true) || result.length !== length) {
    throw new RangeError('items are missing');
  }
  return result;
}

const isChange = (part: unknown): part is Difference => Array.isArray(part) || isObject(part);
