export * from './controls';
export * from './types';
