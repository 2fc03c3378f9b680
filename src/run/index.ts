export { runAccount } from './account';
export type { Assumed } from './assumed';
export { type DefaultName, defaultRunAssumptions, failureRateSpread, priceOf, runDefaults } from './defaults';
export {
  durationFactors,
  durationSpread,
  estimateRun,
  OTHER_SPREAD,
  PRICE_SPREAD,
  paidChips,
  runTotals,
} from './estimate';
export { checkpointInterval, goodputOf, meanTimeBetweenFailures } from './goodput';
export {
  interval80,
  parameterSpread,
  rawSpread,
  type SoftwareEvidence,
  throughputSpread,
  Z90,
} from './interval';
export { wattsPerChip } from './power';
export type { PriceParts } from './price';
export {
  COMMON_SCALE,
  discrepancies,
  durationSources,
  lossSources,
  priceSource,
  ratioSpread,
  type SpreadSource,
  sourcesSpread,
  throughputSources,
} from './sources';
export * from './types';
