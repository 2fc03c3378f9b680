import { catalogIds, catalogRules, type ScenarioSource } from '../../catalog';
import { fail, nearest, ok, type Result } from '../../units';
import { words } from '../../words';
import { bestChips } from '../best-chip';
import { bestChipReading } from '../reading';
import { type AskedStudy, askedStudy } from './asked-study';
import type { Handler } from './handler';

function readQuestion(source: ScenarioSource): Result<AskedStudy<'best_chip'>> {
  const say = words();
  const asked = askedStudy(source, 'best_chip', say.bestChip.example);
  if (!asked.ok) return asked;
  const { error, study } = asked.value;
  const named = [
    ...study.rules.map((id, at) => ({ kind: 'rules' as const, id, path: ['study', 'rules', at] })),
    ...(study.against === undefined
      ? []
      : [{ kind: 'models' as const, id: study.against, path: ['study', 'against'] }]),
  ];
  const errors = named.flatMap(({ kind, id, path }) => {
    const known = catalogIds(kind);
    if (known.includes(id)) return [];
    const near = nearest(id, known);
    return [error(path, say.catalog.unknownId(kind, id, near), say.catalog.knownIds(known), near)];
  });
  return errors.length > 0 ? fail(...errors) : asked;
}

/** A part for each cluster. */
export const bestChip: Handler<'best_chip'> = {
  parts({ source }) {
    const question = readQuestion(source);
    return question.ok ? ok(question.value.base.cases.length) : question;
  },
  run({ source }, index) {
    const question = readQuestion(source);
    if (!question.ok) return question;
    const { base: scenario, study } = question.value;
    return ok({
      question: scenario.question,
      model: scenario.model,
      against: study.against ?? null,
      rules: study.rules,
      rule_names: study.rules.map((id) => catalogRules().find((rule) => rule.id === id)?.name ?? id),
      reading: '',
      clusters: [bestChips(scenario.cases[index], study)],
    });
  },
  merge(_, reports) {
    const report = { ...reports[0], clusters: reports.flatMap((part) => part.clusters) };
    return { ...report, reading: bestChipReading(report) };
  },
};
