export { clonedEngine } from './cloned';
export { InternalError } from './errors';
export { type InlineOptions, inlineEngine } from './inline';
export * from './types';
export { type WebOptions, webEngine } from './web';
