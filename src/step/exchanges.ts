/** Communication within a pass. */
export const EXCHANGES = ['tp', 'cp', 'ep', 'etp'] as const;

/**
 * Forward's share of the exchanges of a layer, which full recomputation runs again: of five collectives around a block
 * two, of three rounds of keys and values one, of dispatches and combines half.
 */
export const FORWARD_SHARE = { tp: 0.4, cp: 1 / 3, ep: 0.5, etp: 0.4 } as const;
