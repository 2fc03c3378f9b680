/** The page's state as an address: read by the page, written by whoever names a number and where to see it. */
export { equal, isObject, type Json, type JsonObject } from './json';
export { home, LINK_LIMIT, type LinkProblem, type PageState, readLink, writeLink } from './link';
export { base, dictionary } from './link-v1';
