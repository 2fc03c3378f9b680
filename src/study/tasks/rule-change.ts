import type { ScenarioSource } from '../../catalog';
import { ok } from '../../units';
import { words } from '../../words';
import { ruleChangeReading } from '../reading';
import { capRow } from '../rule-change';
import { askedStudy } from './asked-study';
import type { Handler } from './handler';

const readQuestion = (source: ScenarioSource) =>
  askedStudy(source, 'rule_change', words().ruleChange.example);

/** A part for each cluster and cap. */
export const ruleChange: Handler<'rule_change'> = {
  parts({ source }) {
    const question = readQuestion(source);
    if (!question.ok) return question;
    return ok(question.value.base.cases.length * question.value.study.caps.length);
  },
  run({ source }, index) {
    const question = readQuestion(source);
    if (!question.ok) return question;
    const { base: scenario, study } = question.value;
    const cluster = Math.floor(index / study.caps.length);
    const row = capRow(scenario.cases[cluster], study, index % study.caps.length);
    return ok({ question: scenario.question, model: scenario.model, rows: [row], reading: '' });
  },
  merge(_, reports) {
    const report = { ...reports[0], rows: reports.flatMap((part) => part.rows) };
    return { ...report, reading: ruleChangeReading(report) };
  },
};
