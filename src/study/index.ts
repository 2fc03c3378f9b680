export { type Calibration, calibrate, type FitError } from './calibrate';
export type { OwnAggregate, OwnPoint, OwnReport } from './kernels';
export { mergeReports, runPart, splitTask } from './task';
export * from './types';
