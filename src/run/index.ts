export { defaultRunAssumptions } from './defaults';
export { estimateRun } from './estimate';
export { goodput } from './goodput';
export { interval80, parameterSpread, rawSpread, type SoftwareEvidence, throughputSpread } from './interval';
export * from './types';
