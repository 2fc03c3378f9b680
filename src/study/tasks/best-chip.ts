import { catalogIds, openInputs, type Scenario, type ScenarioSource } from '../../catalog';
import { fail, nearest, ok, type Result } from '../../units';
import { words } from '../../words';
import { type BestChipStudy, bestChips } from '../best-chip';
import { bestChipReading } from '../reading';
import type { Handler } from './handler';

function readQuestion(source: ScenarioSource): Result<{ scenario: Scenario; study: BestChipStudy }> {
  const opened = openInputs(source);
  if (!opened.ok) return opened;
  const { base, error } = opened.value;
  const { study } = base;
  const say = words();
  if (study?.kind !== 'best_chip') {
    return fail(error(['study'], say.study.notThisKind('best_chip'), say.bestChip.example));
  }
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
  return errors.length > 0 ? fail(...errors) : ok({ scenario: base, study });
}

/** A part for each cluster. */
export const bestChip: Handler<'best_chip'> = {
  parts({ source }) {
    const question = readQuestion(source);
    return question.ok ? ok(question.value.scenario.cases.length) : question;
  },
  run({ source }, index) {
    const question = readQuestion(source);
    if (!question.ok) return question;
    const { scenario, study } = question.value;
    return ok({
      question: scenario.question,
      model: scenario.model,
      against: study.against ?? null,
      rules: study.rules,
      reading: '',
      clusters: [bestChips(scenario.cases[index], study)],
    });
  },
  merge(_, reports) {
    const report = { ...reports[0], clusters: reports.flatMap((part) => part.clusters) };
    return { ...report, reading: bestChipReading(report) };
  },
};
