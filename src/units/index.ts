export * from './brand';
export * from './dimension';
export * from './expression';
export * from './format';
export { nearest } from './nearest';
export * from './parse';
export * from './result';
export * from './steady';
