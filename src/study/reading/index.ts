export { compareReading } from './compare';
export { parityReading } from './parity';
export { supplyReading } from './supply';
export { varyReading } from './vary';
