/**
 * Half-widths of 80 % intervals as multiples of a prediction's own spread, by evidence. Written by `npm run calibrate`:
 * each is the 80 % quantile of |ln(predicted / measured)| / spread. `seen`: runs of the fit, and at least the
 * 65 % quantile of each source with ten; `measured`: runs
 * and sources held out; `single`: sources held out whose stack is known from one source; `partial`: sources held out; `datasheet`: the
 * chip's family treated as unknown.
 */
export const INTERVAL_SCALES = {
  seen: { documented: 0.845, undocumented: 1.29 },
  singleSeen: { documented: 0.845, undocumented: 1.29 },
  measured: { documented: 1.3, undocumented: 1.29 },
  single: { documented: 1.3, undocumented: 2.09 },
  partial: { documented: 1.4, undocumented: 1.32 },
  datasheet: { documented: 2.58, undocumented: 3.86 },
} as const;
