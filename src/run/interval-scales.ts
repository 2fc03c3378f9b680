/**
 * Half-widths of 80 % intervals as multiples of a prediction's own spread, by evidence. Written by `npm run calibrate`:
 * each is the 80 % quantile of |ln(predicted / measured)| / spread over points that their fit had not seen.
 */
export const INTERVAL_SCALES = {
  measured: { documented: 1.88, undocumented: 1.23 },
  partial: { documented: 2.15, undocumented: 1.47 },
  datasheet: { documented: 3.16, undocumented: 4.32 },
} as const;
