import { findBestPlan } from '../../src/search';
import type { Setup } from '../../src/step';
import { type Row, seconds, timed } from './measure';
import { defaultCases, glm5 } from './questions';

/** Names for ids: letters and figures only. */
const idOf = (text: string) => text.toLowerCase().replaceAll(/[^a-z0-9]+/g, '_');

function warm(
  id: string,
  name: string,
  ask: () => ReturnType<typeof findBestPlan>,
): { rows: Row[]; median: number } {
  let found = ask();
  const { median, least } = timed(15, 12, () => {
    found = ask();
  });
  const rows: Row[] = [
    { id, name, value: median, unit: 's' },
    { id: `${id}_best`, name: '  fastest of fifteen', value: least, unit: 's' },
    { id: `${id}_considered`, name: '  plans in the space', value: found.plansInSpace, unit: '' },
    { id: `${id}_evaluated`, name: '  plans evaluated', value: found.plansEvaluated, unit: '' },
    { id: `${id}_pruned`, name: '  plans pruned', value: found.plansPruned, unit: '' },
  ];
  return { rows, median };
}

/** The first searches of a process, before anything was compiled. Must be asked for first. */
export function coldSearches(): Row[] {
  const cases = defaultCases();
  const start = seconds();
  for (const item of cases) findBestPlan(item.setup, item.constraints);
  const name = 'search: default study, first in the process';
  return [{ id: 'study_cold', name, value: seconds() - start, unit: 's' }];
}

/** Searches of the default study, tables included, in a warm process. */
export function warmSearches(): Row[] {
  const cases = defaultCases();
  const each = cases.map(({ cluster, setup, constraints }) =>
    warm(`search_${idOf(cluster)}`, `search: ${cluster}`, () => findBestPlan(setup, constraints)),
  );
  const all = timed(15, 3, () => {
    for (const item of cases) findBestPlan(item.setup, item.constraints);
  });
  return [
    ...each.flatMap(({ rows }) => rows),
    { id: 'study_warm', name: 'search: default study, all clusters', value: all.median, unit: 's' },
    { id: 'study_warm_best', name: '  fastest of fifteen', value: all.least, unit: 's' },
  ];
}

/** One cluster's search as the cluster grows. */
export const chipScaling = (): Row[] =>
  [1_000, 10_000, 100_000, 1_000_000].flatMap((chips) => {
    const asked: Setup = { ...glm5, cluster: { ...glm5.cluster, chips } };
    const name = `search: GLM-5 on ${chips.toLocaleString('en')} H100`;
    return warm(`chips_${chips}`, name, () => findBestPlan(asked)).rows;
  });
