export {
  type Calibration,
  calibrate,
  type FitError,
  type IntervalScale,
  type IntervalScales,
} from './calibrate';
export type { ConstantsReport } from './constants-report';
export type { OwnAggregate, OwnPoint, OwnReport } from './kernels';
export { mergeReports, runPart, splitTask } from './tasks';
export * from './types';
