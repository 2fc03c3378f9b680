export { decodeStep } from './decode';
export { deploymentMemory } from './memory';
export * from './types';
