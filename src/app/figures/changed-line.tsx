import { changedIn } from '../state/changed';
import { viewId } from '../state/store';
import { useScenario } from '../state/use-scenario';
import { viewOf } from '../views';
import { words } from '../words';

/** More would be a list, and the scenario's text has it. */
const MOST = 6;

/** What a figure's scenario takes otherwise than the catalog and the program do; apart, so that it draws no figure anew. */
export function ChangedLine() {
  const text = useScenario((scenario) => {
    // Other views are of the catalog, or of scenarios of their own.
    if (!viewOf(viewId.value)?.form) return '';
    const { figures } = words;
    const all = changedIn(scenario).map(({ name, value, clusters }) => {
      return figures.changedOne(name.replaceAll('_', ' ').replaceAll('.', ' › '), value, clusters);
    });
    return all.length === 0 ? '' : figures.changed(all.slice(0, MOST), all.length - MOST);
  });
  return text === '' ? null : <p class="changed">{text}</p>;
}
