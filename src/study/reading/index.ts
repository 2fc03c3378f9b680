export { compareReading } from './compare';
export { varyReading } from './vary';
