import { change, scenario, state } from '../state/store';
import { viewFor, viewOf } from '../views';
import { TEXT_LIMIT } from './document';
import { enter } from './draft';
import { editorOpen } from './panel-state';

/** Reads a scenario file that was dropped or chosen; one that cannot be read is shown with its errors. */
export async function openFile(file: Blob): Promise<void> {
  const text = await file.slice(0, 4 * TEXT_LIMIT).text();
  const read = enter(text, scenario.peek(), true);
  const now = state.peek();
  const shows = viewOf(now.view ?? '')?.form ?? false;
  const view = read ? viewFor(now.scenario) : shows ? now.view : 'compare';
  change({ ...now, view }, { field: 'open', finished: true });
  if (!read) editorOpen.value = true;
}
