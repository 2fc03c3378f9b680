/** `?embed=ID` in the address shows one figure of a view, to be put into another page; `?embed` alone all of them. */
const asked = new URLSearchParams(location.search).get('embed');

/** Is the page a part of another one? */
export const embedded = asked !== null;

/** The figure that is shown alone; null where all are. */
export const onlyFigure: string | null = asked || null;

/** The address without its state; of the whole page where this one is a part of another. */
export const pageAddress = `${location.origin}${location.pathname}${embedded ? '' : location.search}`;
