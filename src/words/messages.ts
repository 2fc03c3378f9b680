import type { en } from './en';

/** What a catalogue in another language must have; a missing key is a type error (`satisfies Messages`). */
export type Messages = typeof en;
