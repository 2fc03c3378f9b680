import type { Chip, ControlFacts, System } from '../hardware';
import type { Model } from '../model';
import type { Stack } from '../step';
import type { Result } from '../units';
import * as claims from './claims';
import { catalog } from './default';
import * as entries from './entries';
import * as inputs from './inputs';
import * as load from './load';
import type { Plain } from './merge';
import { keepOpened } from './opened';
import * as rules from './rules';
import type { FlatModel } from './schema/model';
import type { Kind, ReferenceValue } from './schema/reference';
import type { Source } from './schema/sources';
import type { Store } from './store';
import type { Scenario, ScenarioSource } from './types';

export type { Assumptions, Claim, ClaimQuestion } from './claims';
export { expandModel } from './expand-model';
export { INPUT_KEYS, type OpenInputs } from './inputs';
export { scenarioJsonSchema } from './json-schema';
export type { Variants } from './load';
export {
  dispatchersOf,
  type OpenDispatcher,
  type OpenPrecision,
  precisionsOf,
  precisionsOfChip,
} from './offered';
export type { Rule, RuleQuestion } from './rules';
export type { FlatQuantity } from './schema/claim';
export type { FlatCondition } from './schema/condition';
export { limitsOfField } from './schema/fields';
export type { FlatModel } from './schema/model';
export { KINDS } from './schema/reference';
export { OUTCOMES, type Outcome } from './schema/rule';
export type { FlatStudy } from './schema/study';
export { QUANTITIES, type Quantity } from './schema/study/compare';
export type { FlatRange } from './schema/study/range';
export type { FlatSupply } from './schema/study/supply';
export type { UncertainKey } from './schema/study/uncertainty';
export { type RowResult, RUN_KEYS, VARIED } from './schema/varied';
export { createStore } from './store';
export * from './types';
export { pointValues } from './vary';
export { rowNames } from './vary/derived';

const openScenario = keepOpened(load.loadScenario);
const openVariants = keepOpened(load.loadVariants);
const openChanges = keepOpened(inputs.openInputs);

/** Reads, checks and resolves a scenario. All that is wrong with it comes as errors with their places. */
export const loadScenario = (source: ScenarioSource, store: Store = catalog()): Result<Scenario> =>
  openScenario(source, store);

/** The same without a look at what is kept open, and not kept itself. */
export const readScenario = (source: ScenarioSource, store: Store = catalog()): Result<Scenario> =>
  load.loadScenario(source, store);

/** A scenario opened once for all values that it varies: what a sweep's rows are made from. */
export const loadVariants = (source: ScenarioSource, store: Store = catalog()): Result<load.Variants> =>
  openVariants(source, store);

/** A scenario opened once, to be asked for variants with any inputs and constants changed. */
export const openInputs = (source: ScenarioSource, store: Store = catalog()): Result<inputs.OpenInputs> =>
  openChanges(source, store);

/** The checked scenario as written, quantities with their units: what a form edits. */
export const scenarioObject = (source: ScenarioSource, store: Store = catalog()): Result<unknown> =>
  load.scenarioObject(source, store);

/** Ids of one kind, sorted. */
export const catalogIds = (kind: Kind, store: Store = catalog()): string[] => store.ids(kind);

/** The typed model of a catalog id; throws for an unknown id, as do the three below. */
export const catalogModel = (id: string, store: Store = catalog()): Model => entries.modelOf(store, id);

/** The model's flat form with all defaults filled in, to lay other counts over. */
export const catalogFlatModel = (id: string, store: Store = catalog()): FlatModel =>
  entries.flatModelOf(store, id);

export const catalogSystem = (id: string, store: Store = catalog()): System => entries.systemOf(store, id);

export const catalogChip = (id: string, store: Store = catalog()): Chip => entries.chipOf(store, id);

export const catalogStack = (id: string, store: Store = catalog()): Stack => entries.stackOf(store, id);

/** The values of an entry as written, without sources and notes; throws for an unknown id. */
export const catalogEntry = (kind: Kind, id: string, store: Store = catalog()): Plain =>
  entries.entryOf(store, kind, id);

/** Where the values of an entry come from. */
export const catalogSources = (kind: Kind, id: string, store: Store = catalog()): Source[] =>
  entries.sourcesOf(store, kind, id);

/** The ready studies: id, question, and the text of the file. */
export const readyStudies = (store: Store = catalog()): entries.Study[] => entries.studiesOf(store);

/** The dated export rules, oldest first. */
export const catalogRules = (store: Store = catalog()): rules.Rule[] => rules.rulesOf(store);

/** What export rules ask of every chip, those known only in part too. */
export const catalogControlFacts = (store: Store = catalog()): ControlFacts[] => rules.allControlFacts(store);

/** The chips and rules that a file is about: a scenario, a rule or a chip; without a file, the whole catalog. */
export const loadRuleQuestion = (
  source: ScenarioSource | null,
  store: Store = catalog(),
): Result<rules.RuleQuestion> => rules.ruleQuestion(source, store);

/** The claims that a file is about, and the assumptions that it changes; without a file, all as they are. */
export const loadClaimQuestion = (
  source: ScenarioSource | null,
  store: Store = catalog(),
): Result<claims.ClaimQuestion> => claims.claimQuestion(source, store);

/** A model that a claim names, its faults placed at `path` of the claim. */
export const claimedModel = (
  reference: ReferenceValue,
  claim: claims.Claim,
  path: (string | number)[],
  store: Store = catalog(),
): Result<Model> => claims.claimedModel(reference, claim, path, store);

export const claimedSystem = (
  reference: ReferenceValue,
  claim: claims.Claim,
  path: (string | number)[],
  store: Store = catalog(),
): Result<System> => claims.claimedSystem(reference, claim, path, store);

/** The price table: prices of served tokens, each with its day. */
export const catalogPrices = (store: Store = catalog()): claims.Price[] => claims.pricesOf(store);
