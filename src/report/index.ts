export { claimsPage } from './claims-page';
export { ASSUME_OPTION, CLAIM_OPTION, runState } from './links';
