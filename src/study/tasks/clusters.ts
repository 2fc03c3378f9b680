import { loadScenario, type Scenario, type ScenarioSource } from '../../catalog';
import { fail, ok, type Result } from '../../units';
import { words } from '../../words';
import { solveCase } from '../case';
import { explainCase } from '../explain';
import { searchCase } from '../search';
import type { CompareReport, ExplainReport, SearchReport } from '../types';
import type { Handler } from './handler';

/** Tasks with a part for each cluster of a scenario. */

const clusterParts = ({ source }: { source: ScenarioSource }): Result<number> => {
  const scenario = loadScenario(source);
  return scenario.ok ? ok(scenario.value.cases.length) : scenario;
};

export const compare: Handler<'compare'> = {
  parts: clusterParts,
  run({ source }, index) {
    const scenario = loadScenario(source);
    if (!scenario.ok) return scenario;
    const { cases, question, model } = scenario.value;
    return ok<CompareReport>({ question, model, cases: [solveCase(cases[index]).report] });
  },
  merge: (_, reports) => ({ ...reports[0], cases: reports.flatMap((report) => report.cases) }),
};

export const search: Handler<'search'> = {
  parts: clusterParts,
  run(task, index) {
    const scenario = loadScenario(task.source);
    if (!scenario.ok) return scenario;
    const { cases, question, model } = scenario.value;
    return ok<SearchReport>({ question, model, searches: [searchCase(cases[index], task)] });
  },
  merge: (_, reports) => ({ ...reports[0], searches: reports.flatMap((report) => report.searches) }),
};

export const explain: Handler<'explain'> = {
  parts({ source, cluster }) {
    const scenario = loadScenario(source);
    if (!scenario.ok) return scenario;
    if (cluster === null) return ok(scenario.value.cases.length);
    if (clusterIndex(scenario.value, cluster) >= 0) return ok(1);
    const names = scenario.value.cases.map((item) => item.cluster);
    const { noCluster, oneOf } = words().study;
    return fail({
      ...{ file: source.file, line: null, column: null },
      path: 'clusters',
      message: noCluster(cluster),
      expected: oneOf(names),
      nearest: null,
    });
  },
  run({ source, cluster }, index) {
    const scenario = loadScenario(source);
    if (!scenario.ok) return scenario;
    const { cases, question, model } = scenario.value;
    const chosen = cluster === null ? index : clusterIndex(scenario.value, cluster);
    const { solved, detail } = explainCase(cases[chosen]);
    return ok<ExplainReport>({ question, model, cases: [solved.report], details: detail ? [detail] : [] });
  },
  merge: (_, reports) => ({
    ...reports[0],
    cases: reports.flatMap((report) => report.cases),
    details: reports.flatMap((report) => report.details),
  }),
};

function clusterIndex(scenario: Scenario, name: string): number {
  return scenario.cases.findIndex((item) => item.cluster === name);
}
