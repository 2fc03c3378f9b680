export { compareReading } from './compare';
export { parityReading } from './parity';
export { bestChipReading, ruleChangeReading } from './rules';
export { supplyReading } from './supply';
export { varyReading } from './vary';
