export { type Asked, askedOf, withReference } from './asked';
export { type CaseCauses, causesOf } from './causes';
export { quantityOf, type Ranged } from './quantities';
export { ratiosOf } from './ratios';
export { differences, sameRun, type Work } from './work';
