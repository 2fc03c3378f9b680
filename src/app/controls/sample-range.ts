import { middleOf } from '../../units';
import type { JsonObject, Path } from '../state/json';
import { setIn } from '../state/json';
import { textAt } from '../state/scenario';
import { scenario, showView } from '../state/store';
import { asUncertainty, pathOf } from '../state/uncertain';
import { edit } from './edit';

/** Fields whose inputs can be sampled; what they are called there is the field's last key, or the one given. */
const OF_TRAINING = ['tokens', 'global_batch'];
const OF_CLUSTER: Readonly<Record<string, string>> = {
  chips: 'chips',
  'system.scale_up.bandwidth': 'scale_up_bandwidth',
  'system.scale_out.bandwidth': 'scale_out_bandwidth',
  'system.chip.bf16': 'bf16',
  'system.chip.memory': 'memory',
  'system.chip.memory_bandwidth': 'memory_bandwidth',
};
const COUNTED = ['chips', 'global_batch'];

/** Where an uncertainty study has the input of a field; null for one that it cannot sample. */
function sampledAt(field: Path, now: JsonObject): Path | null {
  const [section, at, ...keys] = field;
  if (section === 'training' && OF_TRAINING.includes(String(at))) return pathOf(String(at), '');
  const name = section === 'clusters' ? OF_CLUSTER[keys.join('.')] : undefined;
  return name ? pathOf(name, textAt(now, ['clusters', at, 'name'])) : null;
}

/**
 * What to do with a range that is typed where one value is wanted: the field gets its middle, and the range is sampled.
 * Null where the text is no range, or of an input that is not sampled.
 */
export function rangeSampler(field: Path, text: string): (() => void) | null {
  const range = text.trim();
  const middle = middleOf(range, COUNTED.includes(String(field.at(-1))));
  const path = middle === null ? null : sampledAt(field, scenario.peek());
  if (middle === null || path === null) return null;
  return () => {
    // An edit of its own: undone, the range is there again.
    edit([...field, 'sampled'], true, (now) => setIn(asUncertainty(setIn(now, field, middle)), path, range));
    showView('uncertainty');
  };
}
