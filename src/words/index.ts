import { en } from './en';
import type { Messages } from './messages';

export type { Messages } from './messages';

const catalogues = { en } satisfies Record<string, Messages>;
export type Language = keyof typeof catalogues;
export const LANGUAGES = Object.keys(catalogues) as Language[];

let current: Messages = en;

/** The catalogue of words in the language of this thread; English unless `useLanguage` said otherwise. */
export const words = (): Messages => current;

/** Chooses the language of this thread; called once, before anything is computed. */
export function useLanguage(language: Language): void {
  current = catalogues[language];
}
