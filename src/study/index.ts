export { mergeReports, runPart, splitTask } from './task';
export * from './types';
