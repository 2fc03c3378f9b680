import { loadScenario } from '../../catalog';
import { KINDS, LANES } from '../../timeline';
import { ok } from '../../units';
import { type TimelineReport, timelineCase } from '../timeline';
import { chosenIndex, chosenParts } from './chosen-cluster';
import type { Handler } from './handler';

/** One simulated step of each cluster's best plan. */
export const timeline: Handler<'timeline'> = {
  parts: chosenParts,
  run({ source, cluster }, index) {
    const scenario = loadScenario(source);
    if (!scenario.ok) return scenario;
    const { cases, question, model } = scenario.value;
    const item = cases[chosenIndex(scenario.value, cluster, index)];
    const found = timelineCase(item);
    return ok<TimelineReport>({
      question,
      model,
      labels: { lanes: [...LANES], kinds: [...KINDS] },
      clusters: [item.cluster],
      timelines: 'timeline' in found ? [found.timeline] : [],
      infeasible: 'infeasible' in found ? [found.infeasible] : [],
    });
  },
  merge: (_, reports) => ({
    ...reports[0],
    clusters: reports.flatMap((report) => report.clusters),
    timelines: reports.flatMap((report) => report.timelines),
    infeasible: reports.flatMap((report) => report.infeasible),
  }),
};
