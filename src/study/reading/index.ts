export { compareReading } from './compare';
export { parityReading } from './parity';
export { varyReading } from './vary';
