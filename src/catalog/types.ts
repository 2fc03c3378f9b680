import type { RunAssumptions } from '../run';
import type { PlanConstraints } from '../search';
import type { Setup } from '../step';
import type { FlatStudy } from './schema/study';

/** One cluster's question, fully resolved: what `catalog` makes of a scenario's cluster entry. */
export interface Case {
  cluster: string;
  setup: Setup;
  constraints: PlanConstraints;
  run: RunAssumptions;
}

export interface Scenario {
  question: string;
  cases: Case[];
  /** The model's display name. */
  model: string;
  /** One input to vary, expanded to numbers in SI; null = a single estimate. */
  vary: { key: string; unit: string; values: number[] } | null;
  /** What is asked beyond a comparison, as checked by the schema, quantities in SI. */
  study: FlatStudy | null;
}

/** Where a scenario comes from: YAML text (file, editor) or a plain object of the same schema (form, link). */
export type ScenarioSource = { file: string; text: string } | { file: string; value: unknown };
