export { indexerContext, meanContext } from './context';
export { modelFlopsPerToken } from './flops';
export { layerParameters, parameterCounts } from './parameters';
export * from './types';
