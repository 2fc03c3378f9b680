import { changeScenario, scenario } from './store';
import { redo, undo } from './undo';

/** Undo and redo of the scenario on show, each an entry of the browser's history like any other edit. */

const step = (by: typeof undo) => () =>
  by(scenario.peek(), (next) => changeScenario(next, { field: 'undo', finished: true }));

export const takeBack = step(undo);
export const putBack = step(redo);
