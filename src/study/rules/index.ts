export { judgeRule } from './judge';
export { rulesReport } from './report';
export * from './types';
