import { signal } from '@preact/signals';
import { en } from './en';

/** What a catalogue of the page's words in another language must have; a missing key is a type error. */
export type PageWords = typeof en;

const catalogue = signal<PageWords>(en);

/** The page's words in the language on show; a component that reads them follows a change of language. */
export const words: PageWords = {} as PageWords;
for (const section of Object.keys(en) as (keyof PageWords)[]) {
  Object.defineProperty(words, section, { get: () => catalogue.value[section], enumerable: true });
}

export const LANGUAGES = ['en', 'zh'] as const;
export type PageLanguage = (typeof LANGUAGES)[number];

/** Fetches the words of a language and shows them; English is there from the start. */
export async function useWords(language: PageLanguage): Promise<void> {
  catalogue.value = language === 'zh' ? (await import('./zh')).zh : en;
}
