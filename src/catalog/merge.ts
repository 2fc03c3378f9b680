export type Plain = Record<string, unknown>;

export const isPlain = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Keys that may name another catalog entry, so that changes to it can be laid over its name. */
const references = new Set(['chip']);

/**
 * Lays changes over a base, key by key and deep. Lists replace lists; a group whose `kind` changes replaces the old
 * one; changes to a referenced thing become `{base: its id, …changes}`.
 */
export function merge(base: Plain, changes: Plain): Plain {
  const merged: Plain = { ...base };
  for (const [key, change] of Object.entries(changes)) {
    Object.defineProperty(merged, key, {
      value: mergeValue(Object.hasOwn(base, key) ? base[key] : undefined, change, key),
      enumerable: true,
      configurable: true,
      writable: true,
    });
  }
  return merged;
}

function mergeValue(old: unknown, change: unknown, key: string): unknown {
  if (!isPlain(change)) return change;
  if (references.has(key) && typeof old === 'string') return { base: old, ...change };
  if (!isPlain(old)) return change;
  if (Object.hasOwn(change, 'kind') && change.kind !== old.kind) return change;
  if (references.has(key) && Object.hasOwn(change, 'base')) return change;
  return merge(old, change);
}
