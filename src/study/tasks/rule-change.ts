import { openInputs, type Scenario, type ScenarioSource } from '../../catalog';
import { fail, ok, type Result } from '../../units';
import { words } from '../../words';
import { ruleChangeReading } from '../reading';
import { capRow, type RuleChangeStudy } from '../rule-change';
import type { Handler } from './handler';

function readQuestion(source: ScenarioSource): Result<{ scenario: Scenario; study: RuleChangeStudy }> {
  const opened = openInputs(source);
  if (!opened.ok) return opened;
  const { base, error } = opened.value;
  const { study } = base;
  if (study?.kind === 'rule_change') return ok({ scenario: base, study });
  return fail(error(['study'], words().study.notThisKind('rule_change'), words().ruleChange.example));
}

/** A part for each cluster and cap. */
export const ruleChange: Handler<'rule_change'> = {
  parts({ source }) {
    const question = readQuestion(source);
    if (!question.ok) return question;
    return ok(question.value.scenario.cases.length * question.value.study.caps.length);
  },
  run({ source }, index) {
    const question = readQuestion(source);
    if (!question.ok) return question;
    const { scenario, study } = question.value;
    const cluster = Math.floor(index / study.caps.length);
    const row = capRow(scenario.cases[cluster], study, index % study.caps.length);
    return ok({ question: scenario.question, model: scenario.model, rows: [row], reading: '' });
  },
  merge(_, reports) {
    const report = { ...reports[0], rows: reports.flatMap((part) => part.rows) };
    return { ...report, reading: ruleChangeReading(report) };
  },
};
