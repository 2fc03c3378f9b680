export { bottlenecksReading } from './bottlenecks';
export { compareReading } from './compare';
export { parityReading } from './parity';
export { bestChipReading, ruleChangeReading } from './rules';
export { supplyReading } from './supply';
export { uncertaintyReading } from './uncertainty';
export { varyReading } from './vary';
export { workText } from './work';
