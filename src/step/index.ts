export {
  type Assembly,
  assembleBytes,
  assembleSeconds,
  bindCosts,
  bindLayout,
  bindPipeline,
  bindPlan,
  createAssembly,
  doublings,
  fixedSeconds,
  jitterFactor,
} from './assemble';
export { planSetup, supportsPrecision } from './choice';
export {
  CONSTANT_NAMES,
  CONSTANTS,
  type ConstantName,
  type ConstantSpec,
  type Constants,
  constantEntry,
  constantOwner,
  priorConstant,
  resolveConstants,
} from './constants';
export { createPlanCosts, type PlanCosts } from './costs';
export { planRanks } from './data-parallel';
export {
  clusterRanks,
  estimateStep,
  microBatches,
  microBatchesOf,
  stepTokensPerSecond,
} from './estimate';
export { EXCHANGES } from './exchanges';
export { layerSplit } from './layer-split';
export { type PipelineLayout, pipelineLayout } from './layout';
export { usableBytes, WEIGHT_BYTES } from './memory';
export {
  CHUNK_PARTS,
  PASS_PART,
  PASS_PARTS,
  PASSES,
  passSeconds,
  TRANSFER,
  TRANSFERS,
} from './passes';
export { constantProbe } from './probe';
export { type ClosedForm, type StepWork, stepWork } from './rank-work';
export { isLowPrecision, setupConstants } from './rates';
export { recomputeFlags, recomputeName } from './recompute';
export { scaleResource } from './scale';
export { bubblePasses, flightLimit, layoutShape, leastMicroBatches, scheduleProblem } from './schedule';
export { busiestSeconds } from './stage';
export {
  addSet,
  createTable,
  type LayerTable,
  modelPassSeconds,
  pipelineParameters,
  pipelineSavedBytes,
  setOffset,
  type TableSpace,
} from './table';
export * from './types';
export type { WorkPart } from './work';
