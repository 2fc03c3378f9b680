import { computed, effect, signal } from '@preact/signals';
import type { CatalogReport } from '../../study';
import type { UserError } from '../../units';
import type { JsonObject } from './json';
import { dropUnheld, keyOf, question, type TaskOf } from './question';
import { scenario } from './store';
import { withoutVaried } from './vary';

/** The questions that are asked whatever view is on show: the comparison, for the form and the answer, and the catalog. */

const compared = question('compare');
export const catalog = computed<CatalogReport | null>(() => question('catalog').report.value);
export const comparison = computed(() => compared.report.value);

/** A scenario as a source for tasks. `plain`: without what it varies, whichever curve is looked at. */
export const sourceOf = (value: JsonObject) => ({ file: 'form', value });
export const plainSource = (value: JsonObject) => sourceOf(withoutVaried(value));

export const compareTask = (value: JsonObject): TaskOf<'compare'> => ({
  kind: 'compare',
  source: plainSource(value),
});

const stale = computed(
  () => compared.report.value !== null && compared.answered.value !== keyOf(compareTask(scenario.value)),
);
/** The comparison is of an older input, and the answer to the present one is not to be there in a moment. */
export const outdated = computed(
  () => stale.value && (compared.slow.value || compared.progress.value === null),
);

/** What the user has to mend, of the comparison and of the view on show. While there is something, the figures show the last valid input. */
export const viewErrors = signal<readonly UserError[]>([]);
export const errors = computed(() => {
  const all = [...compared.errors.value, ...viewErrors.value];
  return [...new Map(all.map((error) => [`${error.path} ${error.message}`, error])).values()];
});
export const failure = computed(() => compared.failure.value ?? question('catalog').failure.value);

/** The lists of the form wait so long at most for the first answer. */
const LISTS_MS = 2000;

/** Asks at once and after each change of the scenario. */
export function keepAnswering(): void {
  effect(() => {
    const task = compareTask(scenario.value);
    compared.holders = 1;
    dropUnheld();
    compared.ask(task);
  });
  listLater();
}

/**
 * The catalog is asked once the first comparison is answered: beside it, it would start a worker of its own, which reads
 * the same code at the same time.
 */
function listLater(): void {
  const listed = question('catalog');
  listed.holders = 1;
  const ask = () => {
    clearTimeout(late);
    stop();
    listed.ask({ kind: 'catalog' });
  };
  const late = setTimeout(ask, LISTS_MS);
  const stop = effect(() => {
    if (compared.progress.value === null) queueMicrotask(ask);
  });
}
