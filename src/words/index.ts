import { en } from './en';
import { type Language, language } from './language';
import type { Messages } from './messages';
import { zh } from './zh';

export { amounts } from './amounts';
/** The catalog's claims are worded in English; what is put into their sentences is too. */
export { claims as claimsInEnglish } from './en/claims';
/** Each by itself: the page shows the same names and loads the words of one language only. */
export { operations as operationsInEnglish } from './en/operations';
export { LANGUAGES, type Language, language, useLanguage } from './language';
export type { Messages } from './messages';
export { operations as operationsInChinese } from './zh/operations';

const catalogues: Record<Language, Messages> = { en, zh };

/** The catalogue of words in the language of this thread. */
export const words = (): Messages => catalogues[language()];
