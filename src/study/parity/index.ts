export { type Matched, matchedOf, matchRow } from './match';
export type { Conventions, CurveRow, ParityReport, ParityRow, ParitySide, ParityStudy } from './types';
