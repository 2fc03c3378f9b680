import type { JsonObject } from '../state/json';
import { change, state } from '../state/store';
import { viewFor } from '../views';
import { askedMetric } from '../views/compare/asked-metric';

/** Shows a scenario in the view that answers what it asks, in the quantity that it asks for first. */
export function openScenario(scenario: JsonObject): void {
  const [view, metric] = [viewFor(scenario), askedMetric(scenario)];
  change(
    { ...state.peek(), scenario: structuredClone(scenario), view, metric, options: {} },
    { field: 'open', finished: true },
  );
  window.scrollTo(0, 0);
}
