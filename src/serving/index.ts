export { SERVED_SHARE, USABLE_SHARE } from './constants';
export { decodeStep } from './decode';
export { deploymentMemory, storedParameters } from './memory';
export * from './types';
