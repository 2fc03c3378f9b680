export { simulateStep } from './timeline';
export * from './types';
