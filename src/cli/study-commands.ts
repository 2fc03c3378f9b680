import type { ScenarioSource } from '../catalog';
import { type AskedKind, askedTask, sampleColumns, type UncertaintyReport } from '../study';
import { answer, type CommonOptions } from './answer';
import { sourceOf } from './input';
import { reportProblems } from './problems';
import { bestChipText } from './view/best-chip';
import { bottlenecksText } from './view/bottlenecks';
import { compareText } from './view/compare';
import { parityText } from './view/parity';
import { ruleChangeText } from './view/rule-change';
import { supplyText } from './view/supply';
import { uncertaintyText } from './view/uncertainty';
import { varyText } from './view/vary';

/** Samples as columns; what they were mixed into for the indices is left out. */
function withoutMixtures({ raw, ...report }: UncertaintyReport): object {
  return { ...report, columns: sampleColumns(report, raw) };
}

/** How each kind of question that a scenario file can ask by itself is answered. */
const answers: {
  [K in AskedKind]: (source: ScenarioSource, options: CommonOptions) => Promise<number>;
} = {
  compare: (source, options) => answer({ kind: 'compare', source }, options, compareText),
  vary: (source, options) => answer({ kind: 'vary', source }, options, varyText),
  parity: (source, options) => answer({ kind: 'parity', source }, options, parityText),
  supply: (source, options) => answer({ kind: 'supply', source }, options, supplyText),
  rule_change: (source, options) => answer({ kind: 'rule_change', source }, options, ruleChangeText),
  best_chip: (source, options) => answer({ kind: 'best_chip', source }, options, bestChipText),
  bottleneck_map: (source, options) => answer({ kind: 'bottleneck_map', source }, options, bottlenecksText),
  uncertainty: (source, options) =>
    answer({ kind: 'uncertainty', source }, options, uncertaintyText, (error) => error, withoutMixtures),
};

/** `parity FILE` and its like: the explicit form of `run FILE` for one kind of question. */
export async function studyOf(kind: AskedKind, file: string, options: CommonOptions): Promise<number> {
  const source = sourceOf(file);
  return source.ok ? answers[kind](source.value, options) : reportProblems(source.errors);
}

/** `run FILE`: what the file's `study` asks; else the table of a file that varies an input, the comparison of any other. */
export async function run(file: string, options: CommonOptions): Promise<number> {
  const source = sourceOf(file);
  if (!source.ok) return reportProblems(source.errors);
  const asked = askedTask(source.value);
  return asked.ok ? answers[asked.value.kind](source.value, options) : reportProblems(asked.errors);
}
