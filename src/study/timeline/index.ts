export { timelineCase } from './case';
export { traceJson } from './trace';
export type { OperationColumns, TimelineCase, TimelineReport } from './types';
