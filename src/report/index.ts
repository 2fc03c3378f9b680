export { claimsPage } from './claims-page';
export { asHtml } from './html';
export { ASSUME_OPTION, CLAIM_OPTION, runState } from './links';
