/**
 * Half-widths of 80 % intervals as multiples of a prediction's own spread, by evidence. Written by `npm run calibrate`:
 * each is the 80 % quantile of |ln(predicted / measured)| / spread. `seen`: runs of the fit; `measured`: runs
 * and sources held out; `single`: sources held out whose stack is known from one source; `partial`: sources held out; `datasheet`: the
 * chip's family treated as unknown.
 */
export const INTERVAL_SCALES = {
  seen: { documented: 0.877, undocumented: 1.03 },
  singleSeen: { documented: 1.04, undocumented: 1.61 },
  measured: { documented: 1.37, undocumented: 1.25 },
  single: { documented: 1.37, undocumented: 2.63 },
  partial: { documented: 1.56, undocumented: 1.36 },
  datasheet: { documented: 2.78, undocumented: 3.55 },
} as const;
