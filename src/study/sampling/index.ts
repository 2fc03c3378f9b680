export { type Index, sobolIndices } from './indices';
export { normalQuantile } from './normal';
export { SOBOL_DIMENSIONS, sobolInteger, sobolPoint } from './sobol';
