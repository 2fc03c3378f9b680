import { signal } from '@preact/signals';
import { toYaml } from '../report/yaml';
import { catalog } from '../state/answers';
import { equal, type JsonObject } from '../state/json';
import { changeScenario } from '../state/store';
import { inStep, readText } from './document';

/** The text in the editor, the last one that could be read, and what that one means. */
interface Draft {
  text: string;
  readable: string;
  scenario: JsonObject;
}

export const draft = signal<Draft | null>(null);

/** A scenario's text: the file of the ready study that it is, with its comments, or one that is made. */
function textOf(scenario: JsonObject): string {
  const study = catalog.peek()?.studies.find((entry) => equal(entry.value, scenario));
  return study?.text ?? toYaml(scenario);
}

/** Brings the text in step with a scenario that was changed elsewhere. */
export function follow(scenario: JsonObject): void {
  const now = draft.peek();
  if (now && equal(now.scenario, scenario)) return;
  const study = catalog.peek()?.studies.find((entry) => equal(entry.value, scenario));
  const text = study?.text ?? (now ? inStep(now.readable, scenario) : null) ?? textOf(scenario);
  draft.value = { text, readable: text, scenario };
}

/** Takes the text back to the last one that could be read; there is one as soon as there is a draft. */
export function takeBack(): void {
  const now = draft.peek();
  if (now) draft.value = { ...now, text: now.readable };
}

/** A text that was typed, dropped or opened: the scenario follows as soon as it can be read. */
export function enter(text: string, scenario: JsonObject, finished = false): boolean {
  const read = readText(text);
  const now = draft.peek();
  if (!read) {
    draft.value = { text, readable: now?.readable ?? textOf(scenario), scenario };
    return false;
  }
  draft.value = { text, readable: text, scenario: read };
  changeScenario(read, { field: 'yaml', finished });
  return true;
}
