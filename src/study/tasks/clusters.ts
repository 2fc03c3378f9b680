import { loadScenario, type ScenarioSource } from '../../catalog';
import { fail, ok, type Result } from '../../units';
import { words } from '../../words';
import { explainCase } from '../explain';
import { caseAnswer } from '../kept-case';
import { openedCase } from '../opened-search';
import { compareReading } from '../reading';
import { searchCase } from '../search';
import type { CompareReport, ExplainReport, SearchReport } from '../types';
import { chosenIndex, chosenParts } from './chosen-cluster';
import type { Handler } from './handler';

/** Tasks with a part for each cluster of a scenario. */

const clusterParts = ({ source }: { source: ScenarioSource }): Result<number> => {
  const scenario = loadScenario(source);
  return scenario.ok ? ok(scenario.value.cases.length) : scenario;
};

/** A search takes some milliseconds; a page with four clusters is answered in one go. */
const TOGETHER = 4;

export const compare: Handler<'compare'> = {
  parts: clusterParts,
  together: TOGETHER,
  run({ source }, index) {
    const scenario = loadScenario(source);
    if (!scenario.ok) return scenario;
    const { cases, question, model } = scenario.value;
    return ok<CompareReport>({
      question,
      model,
      cases: [caseAnswer(cases[index])],
      reading: '',
    });
  },
  merge: (_, reports) => read({ ...reports[0], cases: reports.flatMap((report) => report.cases) }),
};

/** The report with its reading. */
const read = <R extends CompareReport>(report: R): R => ({ ...report, reading: compareReading(report) });

export const search: Handler<'search'> = {
  parts(task) {
    const { objective, deadlineSeconds = null, source } = task;
    if (objective !== 'chips' || deadlineSeconds !== null) {
      const scenario = loadScenario(source);
      if (!scenario.ok) return scenario;
      for (const item of scenario.value.cases) {
        const opened = openedCase(item, task);
        if (!opened.ok) return opened;
      }
      return ok(scenario.value.cases.length);
    }
    const say = words().study.search;
    return fail({
      ...{ file: source.file, line: null, column: null, path: '', nearest: null },
      message: say.noDeadline,
      expected: say.deadline,
    });
  },
  run(task, index) {
    const scenario = loadScenario(task.source);
    if (!scenario.ok) return scenario;
    const { cases, question, model } = scenario.value;
    const opened = openedCase(cases[index], task);
    if (!opened.ok) return opened;
    return ok<SearchReport>({ question, model, searches: [searchCase(opened.value, task)] });
  },
  merge: (_, reports) => ({ ...reports[0], searches: reports.flatMap((report) => report.searches) }),
};

export const explain: Handler<'explain'> = {
  parts: chosenParts,
  together: TOGETHER,
  run({ source, cluster }, index) {
    const scenario = loadScenario(source);
    if (!scenario.ok) return scenario;
    const { cases, question, model } = scenario.value;
    const { solved, detail } = explainCase(cases[chosenIndex(scenario.value, cluster, index)]);
    const details = detail ? [detail] : [];
    return ok<ExplainReport>({ question, model, cases: [solved.report], details, reading: '' });
  },
  merge: (_, reports) =>
    read({
      ...reports[0],
      cases: reports.flatMap((report) => report.cases),
      details: reports.flatMap((report) => report.details),
    }),
};
