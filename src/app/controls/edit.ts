import type { JsonObject, Path } from '../state/json';
import { override, setField } from '../state/scenario';
import { changeScenario, scenario } from '../state/store';
import { entered } from './edit-value';

/** Applies an edit to the scenario of now, as one history entry per field. */
export function edit(field: Path, finished: boolean, by: (scenario: JsonObject) => JsonObject): void {
  changeScenario(by(scenario.peek()), { field: field.join('.'), finished });
}

export function setText(path: Path, text: string, finished = false): void {
  edit(path, finished, (now) => setField(now, path, entered(text)));
}

/** As setText, for what is a text whatever it looks like. */
export function setName(path: Path, text: string): void {
  edit(path, false, (now) => setField(now, path, text.trim() === '' ? undefined : text));
}

/** As setText, below an entry that may be a catalog id. */
export function overrideText(entry: Path, key: Path, text: string, finished = false): void {
  edit([...entry, ...key], finished, (now) => override(now, entry, key, entered(text)));
}
