/**
 * moe-capacity as a library: the same engine as the command line's and the page's, with types.
 * Nothing here touches the DOM, Node or the file system; `loadScenario` takes YAML text or a plain object.
 */
export {
  type Case,
  catalogIds,
  catalogModel,
  catalogSystem,
  loadScenario,
  readyStudies,
  type Scenario,
  type ScenarioSource,
  scenarioJsonSchema,
} from './catalog';
export {
  clonedEngine,
  type Engine,
  type EngineOptions,
  InternalError,
  inlineEngine,
  type TaskKind,
  type TaskOf,
} from './engine';
export type { Chip, Cluster, System } from './hardware';
export type { Model } from './model';
export { defaultRunAssumptions, estimateRun, type RunAssumptions, type RunEstimate } from './run';
export { findBestPlan, type PlanConstraints, type SearchResult } from './search';
export { estimateStep, type Plan, type Setup, type Stack, type StepEstimate, type Training } from './step';
export type {
  Aggregate,
  CaseReport,
  CatalogReport,
  CompareReport,
  ExplainReport,
  PlanReport,
  PointReport,
  Task,
  TaskReport,
  ValidateReport,
  VaryReport,
} from './study';
export type { Result, UserError } from './units';
