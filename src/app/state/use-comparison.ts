import type { CaseReport } from '../../study';
import { compareTask, comparison, outdated } from './answers';
import { scenario } from './store';
import { useAnswer } from './use-answer';
import { useDerived } from './use-scenario';

/** The comparison of the scenario on show, for any view that needs it. */
export const useComparison = () => useAnswer('compare', compareTask(scenario.value));

/** What the engine read in the scenario; undefined where that is not known, or is of the past. */
export function useRead<T>(
  read: (cases: readonly CaseReport[]) => T,
  of: readonly unknown[] = [],
): T | undefined {
  return useDerived(
    () => (outdated.value || !comparison.value ? undefined : read(comparison.value.cases)),
    of,
  );
}
