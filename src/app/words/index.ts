import { en } from './en';

/** What a catalogue of the page's words in another language must have; a missing key is a type error. */
export type PageWords = typeof en;

/** The page's words in the language of the document. */
export const words: PageWords = en;
