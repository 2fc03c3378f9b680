import { type PageState, readLink } from '../../link';

const KEY = 'moe-capacity.last';

/** What was looked at last in an earlier visit, from this browser's own memory; null where there is nothing. */
export const lastVisit: PageState | null = remembered();

/** Remembers a link for the next visit. */
export function rememberVisit(link: string): void {
  try {
    localStorage.setItem(KEY, link);
  } catch {
    // Storage may be refused; the next visit then begins at the start.
  }
}

function remembered(): PageState | null {
  try {
    const link = localStorage.getItem(KEY);
    const read = link ? readLink(link) : null;
    return read?.ok ? read.state : null;
  } catch {
    return null;
  }
}
