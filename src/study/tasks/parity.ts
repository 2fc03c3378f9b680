import { loadVariants, pointValues, type Scenario, type ScenarioSource, type Variants } from '../../catalog';
import { parameterCounts } from '../../model';
import { fail, nearest, ok, type Result } from '../../units';
import { words } from '../../words';
import { matchedOf, matchRow, type ParityReport, type ParityStudy } from '../parity';
import { parityReading } from '../reading';
import { askedStudy } from './asked-study';
import type { Handler } from './handler';

interface Question {
  variants: Variants;
  study: ParityStudy;
  /** Index of the matched cluster. */
  of: number;
  others: number[];
  points: number;
}

function readQuestion(source: ScenarioSource): Result<Question> {
  const say = words().study;
  const asked = askedStudy(source, 'parity', say.parity.example);
  if (!asked.ok) return asked;
  const variants = loadVariants(source);
  if (!variants.ok) return variants;
  const { base, error, study } = asked.value;
  const names = base.cases.map(({ cluster }) => cluster);
  if (names.length < 2) return fail(error(['clusters'], say.parity.oneCluster, say.parity.twoClusters));
  const { of: name = names[0] } = study;
  if (!names.includes(name)) {
    return fail(error(['study', 'of'], say.noCluster(name), say.oneOf(names), nearest(name, names)));
  }
  if (study.by === 'deadline' && study.deadline === undefined) {
    return fail(error(['study'], say.parity.noDeadline, words().units.expected.seconds));
  }
  const of = names.indexOf(name);
  const others = names.map((_, index) => index).filter((index) => index !== of);
  return ok({ variants: variants.value, study, of, others, points: base.vary?.points ?? 0 });
}

function activeShare({ cases }: Scenario): number {
  const { active, total } = parameterCounts(cases[0].setup.model);
  return active / total;
}

/** A part for each pair of clusters, as written and at each point that the scenario varies. */
export const parity: Handler<'parity'> = {
  parts({ source }) {
    const question = readQuestion(source);
    return question.ok ? ok(question.value.others.length * (1 + question.value.points)) : question;
  },
  run({ source }, index) {
    const question = readQuestion(source);
    if (!question.ok) return question;
    const { variants, study, of, others } = question.value;
    const { base } = variants;
    const point = Math.floor(index / others.length) - 1;
    const scenario = point < 0 ? ok(base) : variants.variant(point);
    if (!scenario.ok) return scenario;
    const { cases } = scenario.value;
    const row = matchRow(matchedOf(cases[of], study), cases[others[index % others.length]], study);
    const { vary } = base;
    return ok<ParityReport>({
      question: base.question,
      model: base.model,
      deadline_s: study.by === 'deadline' ? (study.deadline ?? null) : null,
      parity: point < 0 ? [row] : [],
      curve:
        point < 0 || !vary
          ? []
          : [{ values: pointValues(vary, point), active_share: activeShare(scenario.value), ...row }],
      reading: '',
      curve_axes: (vary?.axes ?? []).map(({ column, unit, labels }) => ({ key: column, unit, labels })),
    });
  },
  merge(_, reports) {
    const report = {
      ...reports[0],
      parity: reports.flatMap((part) => part.parity),
      curve: reports.flatMap((part) => part.curve),
    };
    return { ...report, reading: parityReading(report) };
  },
};
