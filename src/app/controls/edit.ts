import type { Json, JsonObject, Path } from '../state/json';
import { override, setField } from '../state/scenario';
import { changeScenario, scenario } from '../state/store';

/** A number stays a number in the scenario; anything else is text, for the engine to read or to refuse. */
export function entered(text: string): Json | undefined {
  const trimmed = text.trim();
  if (trimmed === '') return undefined;
  const plain = /^\d+(\.\d+)?$/.test(trimmed) ? Number(trimmed) : Number.NaN;
  return Number.isFinite(plain) && String(plain) === trimmed ? plain : text;
}

/** Applies an edit to the scenario of now, as one history entry per field. */
export function edit(field: Path, finished: boolean, by: (scenario: JsonObject) => JsonObject): void {
  changeScenario(by(scenario.peek()), { field: field.join('.'), finished });
}

export function setText(path: Path, text: string, finished = false): void {
  edit(path, finished, (now) => setField(now, path, entered(text)));
}

/** As setText, below an entry that may be a catalog id. */
export function overrideText(entry: Path, key: Path, text: string, finished = false): void {
  edit([...entry, ...key], finished, (now) => override(now, entry, key, entered(text)));
}
