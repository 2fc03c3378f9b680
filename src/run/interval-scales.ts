/**
 * Half-widths of 80 % intervals as multiples of a prediction's own spread, by evidence. Written by `npm run calibrate`:
 * each is the 80 % quantile of |ln(predicted / measured)| / spread. `seen`: runs of the fit; `measured`: runs
 * and sources held out; `single`: sources held out whose stack is known from one source; `partial`: sources held out; `datasheet`: the
 * chip's family treated as unknown.
 */
export const INTERVAL_SCALES = {
  seen: { documented: 0.795, undocumented: 0.92 },
  singleSeen: { documented: 0.923, undocumented: 1.49 },
  measured: { documented: 1.26, undocumented: 1.11 },
  single: { documented: 1.39, undocumented: 2.26 },
  partial: { documented: 1.38, undocumented: 1.2 },
  datasheet: { documented: 2.51, undocumented: 3.67 },
} as const;
