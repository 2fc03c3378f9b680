export { kernelConstants, ownConstant } from './constants';
export { fitCurves } from './curves';
export { chipOf, kernelFiles, parseKernels } from './data';
export { kernelsReport, ownReport } from './report';
export { kernelSeconds } from './seconds';
export * from './types';
