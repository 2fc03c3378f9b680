import { type PageState, readLink } from '../../link';
import { remember, remembered } from './storage';

const KEY = 'moe-capacity.last';

const link = remembered(KEY);
const read = link ? readLink(link) : null;

/** What was looked at last in an earlier visit, from this browser's own memory; null where there is nothing. */
export const lastVisit: PageState | null = read?.ok ? read.state : null;

/** Remembers a link for the next visit. */
export const rememberVisit = (now: string): void => remember(KEY, now);
