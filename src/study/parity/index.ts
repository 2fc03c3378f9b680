export { type Matched, matchedOf, matchRow } from './match';
export type { CurveRow, ParityReport, ParityRow, ParitySide, ParityStudy } from './types';
