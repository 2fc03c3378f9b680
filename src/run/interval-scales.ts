/**
 * Half-widths of 80 % intervals as multiples of a prediction's own spread, by evidence. Written by `npm run calibrate`:
 * each is the 80 % quantile of |ln(predicted / measured)| / spread; `measured` over runs that the fit saw and runs held
 * out of it, `partial` over whole sources held out, `datasheet` with the chip's family treated as unknown.
 */
export const INTERVAL_SCALES = {
  measured: { documented: 1.39, undocumented: 1.1 },
  partial: { documented: 2.14, undocumented: 1.4 },
  datasheet: { documented: 2.75, undocumented: 4.28 },
} as const;
