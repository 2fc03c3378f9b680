export { type Index, type PickFreeze, sobolIndices } from './indices';
export { normalQuantile } from './normal';
export { hash } from './scramble';
export { SOBOL_DIMENSIONS, sobolInteger, sobolPoint } from './sobol';
