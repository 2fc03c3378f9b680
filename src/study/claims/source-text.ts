import type { Claim } from '../../catalog';

/** A source in one line: `Title <address> (confidence)`. */
export const sourceText = ({ title, url, confidence }: Claim['sources'][number]): string =>
  url ? `${title} <${url}> (${confidence})` : `${title} (${confidence})`;
