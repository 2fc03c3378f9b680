/**
 * Half-widths of 80 % intervals as multiples of a prediction's own spread, by evidence. Written by `npm run calibrate`:
 * each is the 80 % quantile of |ln(predicted / measured)| / spread. `seen`: runs of the fit, in and out of it; `measured`:
 * runs and sources held out; `single`: the same for stacks of one source; `partial`: sources held out; `datasheet`: the
 * chip's family treated as unknown.
 */
export const INTERVAL_SCALES = {
  seen: { documented: 1.1, undocumented: 1.09 },
  singleSeen: { documented: 1.1, undocumented: 1.82 },
  measured: { documented: 1.42, undocumented: 1.25 },
  single: { documented: 1.42, undocumented: 2.83 },
  partial: { documented: 1.68, undocumented: 1.42 },
  datasheet: { documented: 2.94, undocumented: 3.53 },
} as const;
