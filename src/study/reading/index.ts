export { bottlenecksReading } from './bottlenecks';
export { compareReading } from './compare';
export { parityReading } from './parity';
export { bestChipReading, ruleChangeReading } from './rules';
export { supplyReading } from './supply';
export { uncertaintyReading } from './uncertainty';
export { readVary } from './vary';
export { workText } from './work';
