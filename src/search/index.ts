export { bestAmong, type Candidate } from './among';
export { findBestPlan } from './find';
export { createSizer, type Pace, type Size, type Sizer } from './size';
export { BATCH_TOLERANCE } from './space';
export * from './types';
