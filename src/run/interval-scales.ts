/**
 * Half-widths of 80 % intervals as multiples of a prediction's own spread, by evidence. Written by `npm run calibrate`:
 * each is the 80 % quantile of |ln(predicted / measured)| / spread. `seen`: runs of the fit; `measured`: runs
 * and sources held out; `single`: sources held out whose stack is known from one source; `partial`: sources held out; `datasheet`: the
 * chip's family treated as unknown.
 */
export const INTERVAL_SCALES = {
  seen: { documented: 0.832, undocumented: 0.989 },
  singleSeen: { documented: 0.922, undocumented: 1.5 },
  measured: { documented: 1.29, undocumented: 1.18 },
  single: { documented: 1.51, undocumented: 2.15 },
  partial: { documented: 1.4, undocumented: 1.37 },
  datasheet: { documented: 2.51, undocumented: 3.69 },
} as const;
