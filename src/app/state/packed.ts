import { type PageState, writeLink } from '../../link';
import { keepLatest } from './keep-latest';

/** As many links as are on show, about: of each view, of the figures, of the address itself. */
const KEPT = 32;
const packed = new Map<string, string>();

/** The link of a state. Packing takes a millisecond or more, and the same one is asked for from many places. */
export function linkOf(state: PageState): string {
  const key = JSON.stringify(state);
  const known = packed.get(key);
  if (known !== undefined) return known;
  const link = writeLink(state);
  keepLatest(packed, key, link, KEPT);
  return link;
}
