/**
 * Half-widths of 80 % intervals as multiples of a prediction's own spread, by evidence. Written by `npm run calibrate`:
 * each is the 80 % quantile of |ln(predicted / measured)| / spread over points that their fit had not seen.
 */
export const INTERVAL_SCALES = {
  measured: { documented: 1.6, undocumented: 1.6 },
  partial: { documented: 2, undocumented: 2 },
  datasheet: { documented: 3, undocumented: 3 },
} as const;
