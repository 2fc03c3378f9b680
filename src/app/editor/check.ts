import { signal } from '@preact/signals';
import type { UserError } from '../../units';
import { theEngine } from '../state/engine';
import { Latest } from '../state/latest';

/** What is wrong with the text, with lines and columns, in the loader's own words; empty when it can be used. */
export const textErrors = signal<readonly UserError[]>([]);

const checking = new Latest<string>(async (text, abort) => {
  try {
    const source = { file: 'question.yaml', text };
    const result = await theEngine().run<'constants'>({ kind: 'constants', source }, { signal: abort });
    if (!abort.aborted) textErrors.value = result.ok ? [] : result.errors;
  } catch {
    // Aborted by a newer text; a failure of the engine is told by the view.
  }
});

/** The assumptions of a scenario are its cheapest question: loading it finds all that is wrong with it. */
export const checkText = (text: string): void => checking.ask(text);
