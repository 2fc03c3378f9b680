/**
 * Half-widths of 80 % intervals as multiples of a prediction's own spread, by evidence. Written by `npm run calibrate`:
 * each is the 80 % quantile of |ln(predicted / measured)| / spread. `seen`: runs of the fit; `measured`: runs
 * held out; `single`: sources held out whose stack is known from one source; `partial`: sources held out; `datasheet`: the
 * chip's family treated as unknown.
 */
export const INTERVAL_SCALES = {
  seen: { documented: 0.883, undocumented: 1.02 },
  singleSeen: { documented: 1.04, undocumented: 1.6 },
  measured: { documented: 1.24, undocumented: 1.2 },
  single: { documented: 1.24, undocumented: 2.61 },
  partial: { documented: 1.55, undocumented: 1.35 },
  datasheet: { documented: 2.78, undocumented: 3.47 },
} as const;
