import { isObject, type Json } from '../../link';

export { equal, isObject, type Json, type JsonObject } from '../../link';
export type Path = readonly (string | number)[];

/** The value at a path, or undefined where the path leads nowhere. */
export function getIn(value: Json | undefined, path: Path): Json | undefined {
  let at: Json | undefined = value;
  for (const key of path) {
    if (Array.isArray(at)) at = at[Number(key)];
    else if (isObject(at) && Object.hasOwn(at, key)) at = at[key];
    else return undefined;
  }
  return at;
}

/** A copy with the value at the path set, or removed when it is undefined; objects on the way are made. */
export function setIn<T extends Json>(value: T, path: Path, next: Json | undefined): T {
  return set(value, path, next) as T;
}

function set(value: Json | undefined, path: Path, next: Json | undefined): Json {
  const [key, ...rest] = path;
  if (Array.isArray(value)) {
    const copy = [...value];
    if (rest.length === 0 && next === undefined) copy.splice(Number(key), 1);
    else copy[Number(key)] = rest.length === 0 ? (next as Json) : set(copy[Number(key)], rest, next);
    return copy;
  }
  const object = isObject(value) ? value : {};
  if (rest.length === 0 && next === undefined) {
    return Object.fromEntries(Object.entries(object).filter(([name]) => name !== key));
  }
  return { ...object, [key]: rest.length === 0 ? (next as Json) : set(object[key], rest, next) };
}
