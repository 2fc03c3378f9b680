export { boundSvg } from './bound-figure';
export { claimsPage, type PageOptions } from './claims-page';
export { elasticitySvg } from './elasticity-figure';
export { ASSUME_OPTION, assumedOption, CLAIM_OPTION, claimLink, quantityLink, runState } from './links';
