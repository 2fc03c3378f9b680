import { exactText, type Result } from '../units';
import type { Store } from './store';
import type { ScenarioSource } from './types';

/** Sources kept open: a study asks for one again and again, a page for the one before the last edit as well. */
const KEPT = 4;

/**
 * Keeps the last results of `open` that went well, by what the source says and not by its identity: in a worker each
 * part of one study brings its own copy. Errors are found anew, because their words depend on the language.
 */
export function keepOpened<T>(open: (source: ScenarioSource, store: Store) => Result<T>): typeof open {
  const kept: { store: Store; file: string; content: string; result: Result<T> }[] = [];
  return (source, store) => {
    const content = contentOf(source);
    if (content === null) return open(source, store);
    const at = kept.findIndex(
      (one) => one.content === content && one.file === source.file && one.store === store,
    );
    const [found] = at < 0 ? [] : kept.splice(at, 1);
    const result = found?.result ?? open(source, store);
    if (!result.ok) return result;
    kept.unshift(found ?? { store, file: source.file, content, result });
    if (kept.length > KEPT) kept.pop();
    return result;
  };
}

/** The source as text that differs wherever the sources differ; null for an object that is no plain data. */
function contentOf(source: ScenarioSource): string | null {
  if ('text' in source) return `text ${source.text}`;
  const text = exactText(source.value);
  return text === null ? null : `value ${text}`;
}
