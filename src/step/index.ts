export { type Assembly, assembleMemory, assembleSeconds, bindStages, createAssembly } from './assemble';
export {
  CONSTANT_NAMES,
  CONSTANTS,
  type ConstantName,
  type ConstantSpec,
  type Constants,
  priorConstant,
  resolveConstants,
} from './constants';
export { clusterRanks, estimateStep, microBatches } from './estimate';
export { usableBytes } from './memory';
export { recomputeName } from './recompute';
export { scaleResource } from './scale';
export { scheduleProblem } from './schedule';
export { createTable, type LayerTable } from './table';
export * from './types';
