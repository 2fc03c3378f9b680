import { compareTask } from './answers';
import { scenario } from './store';
import { useAnswer } from './use-answer';

/** The comparison of the scenario on show, for any view that needs it. */
export const useComparison = () => useAnswer('compare', compareTask(scenario.value));
