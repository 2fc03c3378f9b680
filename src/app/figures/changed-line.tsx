import { computed } from '@preact/signals';
import { changedIn } from '../state/changed';
import { scenario, viewId } from '../state/store';
import { viewOf } from '../views';
import { words } from '../words';

/** More would be a list, and the scenario's text has it. */
const MOST = 6;

/** What the scenario takes otherwise than the catalog and the program do; read once for all figures on show. */
const line = computed(() => {
  // Other views are of the catalog, or of scenarios of their own.
  if (!viewOf(viewId.value)?.form) return '';
  const { figures } = words;
  const all = changedIn(scenario.value).map(({ name, value, clusters }) => {
    return figures.changedOne(name.replaceAll('_', ' ').replaceAll('.', ' › '), value, clusters);
  });
  return all.length === 0 ? '' : figures.changed(all.slice(0, MOST), all.length - MOST);
});

/** The same under a figure; apart, so that it draws no figure anew. */
export function ChangedLine() {
  return line.value === '' ? null : <p class="changed">{line.value}</p>;
}
