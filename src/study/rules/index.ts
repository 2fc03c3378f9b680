export { judgeRule, RESTRICTS } from './judge';
export { rulesReport } from './report';
export * from './types';
