import type { RunAssumptions } from '../run';
import type { PlanConstraints } from '../search';
import type { Setup, Training } from '../step';
import type { Offered } from './offered';
import type { FlatStudy } from './schema/study';

/** One cluster's question, fully resolved: what `catalog` makes of a scenario's cluster entry. */
export interface Case {
  cluster: string;
  setup: Setup;
  constraints: PlanConstraints;
  /** What the stack offers on the chip where something is left open. */
  offered: Offered;
  run: RunAssumptions;
  /** What a chip-hour is priced by, where the scenario says. */
  cost: 'rent' | 'capital' | null;
  /** Parts of the run that differ from `setup.training`, which is what remains; empty: one part. */
  stages: { name: string; training: Training }[];
}

/** One input that varies. */
export interface VaryAxis {
  key: string;
  /** The only cluster that it is of, by its place; null = all. */
  cluster: number | null;
  /** What its column is called: the key, with the cluster before it where it is of one. */
  column: string;
  /** SI unit of the values; '' for counts. */
  unit: string;
  /** Of a grid each value once; of a sample one value a point. Of a choice the places in `labels`. */
  values: number[];
  labels: string[] | null;
  /** Steps of a range that came to the same whole number as another; each number stands once. */
  repeated: number;
}

/** The inputs that vary, in the order written; `key`, `unit` and `values` are those of the first. */
export interface Vary {
  key: string;
  unit: string;
  values: number[];
  axes: VaryAxis[];
  /** Combinations of values, or samples. */
  points: number;
  sampled: boolean;
  /** Further columns as expressions of the row, in the order written; a later one may use an earlier one. */
  derived: { name: string; expression: string }[];
}

export interface Scenario {
  question: string;
  cases: Case[];
  /** The model's display name. */
  model: string;
  /** What varies, expanded to numbers in SI; null = a single estimate. */
  vary: Vary | null;
  /** What is asked beyond a comparison, as checked by the schema, quantities in SI. */
  study: FlatStudy | null;
}

/** Where a scenario comes from: YAML text (file, editor) or a plain object of the same schema (form, link). */
export type ScenarioSource = { file: string; text: string } | { file: string; value: unknown };
