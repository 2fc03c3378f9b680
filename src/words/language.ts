/** Languages that there are catalogues of words in. */
export type Language = 'en' | 'zh';

let current: Language = 'en';

/** The language of this thread; English unless `useLanguage` said otherwise. */
export const language = (): Language => current;

/** Chooses the language of this thread. Its workers are told with each call. */
export function useLanguage(next: Language): void {
  current = next;
}
