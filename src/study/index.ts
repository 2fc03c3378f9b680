export { type Calibration, calibrate, type FitError } from './calibrate';
export { mergeReports, runPart, splitTask } from './task';
export * from './types';
