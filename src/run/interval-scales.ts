/**
 * Half-widths of 80 % intervals as multiples of a prediction's own spread, by evidence. Written by `npm run calibrate`:
 * each is the 80 % quantile of |ln(predicted / measured)| / spread. `seen`: runs of the fit, and at least the
 * 65 % quantile of each source with ten; `measured`: runs
 * and sources held out; `single`: sources held out whose stack is known from one source; `partial`: sources held out; `datasheet`: the
 * chip's family treated as unknown.
 */
export const INTERVAL_SCALES = {
  seen: { documented: 0.761, undocumented: 1.18 },
  singleSeen: { documented: 0.877, undocumented: 1.18 },
  measured: { documented: 1.3, undocumented: 1.18 },
  single: { documented: 1.3, undocumented: 1.62 },
  partial: { documented: 1.44, undocumented: 1.2 },
  datasheet: { documented: 1.57, undocumented: 3.03 },
} as const;
