export { bestAmong, type Candidate } from './among';
export { findBestPlan } from './find';
export { createSizer, type Sizer } from './size';
export type { Size } from './sizing';
export { BATCH_TOLERANCE } from './space';
export * from './types';
