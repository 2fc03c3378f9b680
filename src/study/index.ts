export {
  type Calibration,
  calibrate,
  type FitError,
  type IntervalScale,
  type IntervalScales,
} from './calibrate';
export { mergeReports, runPart, splitTask } from './task';
export * from './types';
