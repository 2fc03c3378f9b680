export { indexerContext, meanContext } from './context';
export { coreMultiplyAdds, feedForwardMultiplyAdds, layerMultiplyAdds, modelFlopsPerToken } from './flops';
export {
  type LayerParameterCounts,
  layerParameters,
  mtpProjectionParameters,
  type ParameterCounts,
  parameterCounts,
} from './parameters';
export {
  attentionProjections,
  feedForwardProjections,
  matrixSize,
  type Projection,
  projection,
} from './projections';
export * from './types';
