import { computed, effect, signal } from '@preact/signals';
import { useLanguage } from '../../words';
import { LANGUAGES, type PageLanguage, useWords } from '../words';
import { remember, remembered } from './storage';
import { change, state } from './store';

const KEY = 'moe-capacity.language';
const known = (name: string | null | undefined) => LANGUAGES.find((language) => language === name);

/** What is shown while a link names no language: the choice of last time, else the browser's. */
const own = signal<PageLanguage>(known(remembered(KEY)) ?? known(navigator.language.slice(0, 2)) ?? 'en');
/** The language that is asked for; answers are asked for in it before the page's own words are there. */
export const wanted = computed<PageLanguage>(() => known(state.value.lang) ?? own.value);

/** The language on show: that of the words, once they are there. */
export const language = signal<PageLanguage>('en');

export function switchLanguage(): void {
  const next = wanted.peek() === 'en' ? 'zh' : 'en';
  own.value = next;
  remember(KEY, next);
  change({ ...state.peek(), lang: next }, { field: 'lang', finished: true });
}

/** Follows the state; words that cannot be fetched leave those on show. */
export function followLanguage(): () => void {
  return effect(() => {
    const next = wanted.value;
    useLanguage(next);
    void useWords(next).then(
      () => {
        if (wanted.peek() !== next) return;
        language.value = next;
        document.documentElement.lang = next;
      },
      () => {},
    );
  });
}
