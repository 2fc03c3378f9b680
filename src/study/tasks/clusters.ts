import { loadScenario, type Scenario } from '../../catalog';
import { errorOf, fail, ok } from '../../units';
import { words } from '../../words';
import { askedOf, causesOf, ratiosOf, withReference } from '../compare';
import { explainCase } from '../explain';
import { type CaseAnswer, caseAnswer } from '../kept-case';
import { openedCase } from '../opened-search';
import { compareReading } from '../reading';
import { searchCase } from '../search';
import type { CompareReport, ExplainReport, SearchReport } from '../types';
import { chosenIndex, chosenParts } from './chosen-cluster';
import type { Handler } from './handler';

/** Tasks with a part for each cluster of a scenario. */

/** A search takes some milliseconds; a page with four clusters is answered in one go. */
const TOGETHER = 4;

/** A comparison's part for one of its clusters. */
export const clusterPart = (scenario: Scenario, { report, causes }: CaseAnswer): CompareReport => ({
  question: scenario.question,
  model: scenario.model,
  cases: [report],
  causes: [causes],
  asked: askedOf(scenario),
  ratios: [],
  reading: '',
});

export const compare: Handler<'compare'> = {
  parts: ({ source }) => {
    const scenario = loadScenario(source);
    const checked = scenario.ok ? withReference(scenario.value, source) : scenario;
    return checked.ok ? ok(checked.value.cases.length) : checked;
  },
  together: TOGETHER,
  run({ source }, index) {
    const scenario = loadScenario(source);
    if (!scenario.ok) return scenario;
    return ok(clusterPart(scenario.value, caseAnswer(scenario.value.cases[index])));
  },
  merge: (_, reports) => read({ ...reports[0], cases: reports.flatMap((report) => report.cases) }, reports),
};

/** The report with what comes of its cases together: their ratios, and the reading. */
function read<R extends CompareReport>({ causes: _, ...report }: R, parts: readonly R[]): R {
  const { cases, asked } = report;
  const fits = cases.filter(({ feasible }) => feasible).map(({ cluster }) => cluster);
  // Where the named cluster can't do the work, the first that can stands for it.
  const reference = fits.includes(asked.reference) ? asked.reference : (fits[0] ?? asked.reference);
  const ratios = ratiosOf(
    cases,
    parts.flatMap(({ causes }) => causes ?? []),
    reference,
  );
  const whole = { ...report, asked: { ...asked, reference }, ratios } as CompareReport as R;
  return { ...whole, reading: compareReading(whole) };
}

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
    return fail(errorOf(source.file, say.noDeadline, say.deadline));
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
  parts(task) {
    const scenario = loadScenario(task.source);
    const checked = scenario.ok ? withReference(scenario.value, task.source) : scenario;
    return checked.ok ? chosenParts(task) : checked;
  },
  together: TOGETHER,
  run({ source, cluster }, index) {
    const scenario = loadScenario(source);
    if (!scenario.ok) return scenario;
    const { cases, question, model } = scenario.value;
    const item = cases[chosenIndex(scenario.value, cluster, index)];
    const { solved, detail } = explainCase(item);
    const { report, search: found } = solved;
    const causes = found.best && report.whole_run && causesOf(item, found.best, report.whole_run.assumptions);
    return ok<ExplainReport>({
      question,
      model,
      cases: [report],
      causes: [causes],
      details: detail ? [detail] : [],
      asked: askedOf(scenario.value),
      ratios: [],
      reading: '',
    });
  },
  merge: (_, reports) =>
    read(
      {
        ...reports[0],
        cases: reports.flatMap((report) => report.cases),
        details: reports.flatMap((report) => report.details),
      },
      reports,
    ),
};
