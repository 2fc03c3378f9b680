export { type AssumptionName, assumptionRange, assumptionText } from './assumption-text';
export type { BottlenecksReport } from './bottlenecks';
export {
  type Calibration,
  calibrate,
  type IntervalScale,
  type IntervalScales,
} from './calibrate';
export { type Asked, differences, quantityOf, type Ranged, sameRun } from './compare';
export type { ConstantsReport } from './constants-report';
export type { OwnAggregate, OwnPoint, OwnReport } from './kernels';
export type { Objective } from './objective';
export { openChoice } from './opened-search';
export type { CurveRow, ParityReport, ParityRow, ParitySide } from './parity';
export { type AskedKind, askedTask } from './question';
export { readVary, workText } from './reading';
export { rehearsal } from './rehearsal';
export type { Delivery, SupplyPath, SupplyPoint, SupplyReport } from './supply';
export { isEnough, mergeReports, runPart, splitTask, startTask } from './tasks';
export { type OperationColumns, type TimelineCase, type TimelineReport, traceJson } from './timeline';
export * from './types';
export type {
  IndexReport,
  OutputReport,
  TornadoRow,
  UncertaintyReport,
} from './uncertainty';
export { sampleColumns } from './uncertainty';
