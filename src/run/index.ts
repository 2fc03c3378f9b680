export { defaultRunAssumptions, failureRateSpread } from './defaults';
export { estimateRun, goodputOf, OTHER_SPREAD, PRICE_SPREAD, runTotals } from './estimate';
export { goodput } from './goodput';
export {
  interval80,
  parameterSpread,
  rawSpread,
  type SoftwareEvidence,
  throughputSpread,
  Z90,
} from './interval';
export {
  COMMON_SCALE,
  discrepancies,
  durationSources,
  priceSource,
  ratioSpread,
  type SpreadSource,
  sourcesSpread,
  throughputSources,
} from './sources';
export * from './types';
