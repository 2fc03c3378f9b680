import { computed } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type { JsonObject, Path } from './json';
import { textAt } from './scenario';
import { scenario } from './store';

/**
 * What a component reads of the scenario: it is drawn again when that changes, not at each edit. `of` is what the
 * reading depends on besides the scenario.
 */
export function useScenario<T>(read: (scenario: JsonObject) => T, of: readonly unknown[] = []): T {
  return useDerived(() => read(scenario.value), of);
}

/** A value that is read of signals, and drawn again when it changes itself; `of` as above. */
export function useDerived<T>(read: () => T, of: readonly unknown[]): T {
  return useMemo(() => computed(read), of).value;
}

/** A field's value as the text of an input. */
export const useText = (path: Path): string => useScenario((now) => textAt(now, path), [path.join('.')]);
