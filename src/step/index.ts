export {
  type Assembly,
  assembleMemory,
  assembleSeconds,
  bindLayout,
  bindStages,
  createAssembly,
} from './assemble';
export {
  CONSTANT_NAMES,
  CONSTANTS,
  type ConstantName,
  type ConstantSpec,
  type Constants,
  priorConstant,
  resolveConstants,
} from './constants';
export { clusterRanks, estimateStep, microBatches, microBatchesOf } from './estimate';
export { type PipelineLayout, pipelineLayout } from './layout';
export { usableBytes } from './memory';
export { isLowPrecision } from './rates';
export { recomputeName } from './recompute';
export { scaleResource } from './scale';
export { bubblePasses, layoutShape, scheduleProblem } from './schedule';
export { createTable, type LayerTable, leastStateBytes, modelPassSeconds, setOffset } from './table';
export * from './types';
