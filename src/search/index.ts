export { findBestPlan } from './find';
export { BATCH_TOLERANCE } from './space';
export * from './types';
