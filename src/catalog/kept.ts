import { exactText, ok, type Result } from '../units';
import type { ReferenceValue } from './schema/reference';
import type { Store } from './store';
import type { Path, Written } from './yaml';

type Resolve<T> = (reference: ReferenceValue, written: Written, path: Path, store: Store) => Result<T>;

/** References kept resolved for each kind; those that were asked for longest ago go first. */
const KEPT = 128;

/**
 * Keeps what references came to, by what they say: from input to input of a page all but one are the same, and checking
 * takes longer than a search. What is kept is frozen, because many share it. Errors are found anew, because their words
 * depend on the language, and their places on where the reference stands.
 */
export function keepResolved<T>(resolve: Resolve<T>): Resolve<T> {
  const stores = new WeakMap<Store, Map<string, T>>();
  return (reference, written, path, store) => {
    const key = typeof reference === 'string' ? reference : exactText(reference);
    if (key === null) return resolve(reference, written, path, store);
    const kept = stores.get(store) ?? new Map<string, T>();
    stores.set(store, kept);
    const known = kept.get(key);
    if (known !== undefined) {
      kept.delete(key);
      kept.set(key, known);
      return ok(known);
    }
    // Parts of the reference may be parts of the result, which is frozen: whoever asks keeps his own.
    const resolved = resolve(structuredClone(reference), written, path, store);
    if (!resolved.ok) return resolved;
    kept.set(key, frozen(resolved.value));
    const [oldest] = kept.keys();
    if (kept.size > KEPT) kept.delete(oldest);
    return resolved;
  };
}

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const part of Object.values(value)) frozen(part);
  }
  return value;
}
