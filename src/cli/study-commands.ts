import type { FlatStudy, ScenarioSource } from '../catalog';
import { sampleColumns, type UncertaintyReport } from '../study';
import { answer, type CommonOptions } from './answer';
import { sourceOf } from './input';
import { reportProblems } from './problems';
import { bestChipText } from './view/best-chip';
import { bottlenecksText } from './view/bottlenecks';
import { parityText } from './view/parity';
import { ruleChangeText } from './view/rule-change';
import { supplyText } from './view/supply';
import { uncertaintyText } from './view/uncertainty';

type StudyKind = FlatStudy['kind'];

/** Samples as columns; what they were mixed into for the indices is left out. */
function withoutMixtures({ raw, ...report }: UncertaintyReport): object {
  return { ...report, columns: sampleColumns(report, raw) };
}

/** How each kind of question that a scenario asks in its `study` is answered. */
export const answerStudy: {
  [K in StudyKind]: (source: ScenarioSource, options: CommonOptions) => Promise<number>;
} = {
  parity: (source, options) => answer({ kind: 'parity', source }, options, parityText),
  supply: (source, options) => answer({ kind: 'supply', source }, options, supplyText),
  rule_change: (source, options) => answer({ kind: 'rule_change', source }, options, ruleChangeText),
  best_chip: (source, options) => answer({ kind: 'best_chip', source }, options, bestChipText),
  bottleneck_map: (source, options) => answer({ kind: 'bottleneck_map', source }, options, bottlenecksText),
  uncertainty: (source, options) =>
    answer({ kind: 'uncertainty', source }, options, uncertaintyText, (error) => error, withoutMixtures),
};

/** `parity FILE` and its like: the explicit form of `run FILE` for one kind of question. */
export async function studyOf(kind: StudyKind, file: string, options: CommonOptions): Promise<number> {
  const source = sourceOf(file);
  return source.ok ? answerStudy[kind](source.value, options) : reportProblems(source.errors);
}
