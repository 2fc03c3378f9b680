import { loadScenario, loadVariants, type Scenario } from '../../catalog';
import { errorOf, fail, ok } from '../../units';
import { words } from '../../words';
import { readVary } from '../reading';
import { concatenate, rowsOf, shardRows, tableRows } from '../sweep';
import type { Shard } from '../types';
import type { Handler } from './handler';

/**
 * A sweep is cut into about this many parts, of at most so many rows: little to lose when it is stopped; and of no
 * fewer than that, because a row starts from the plan of the row before.
 */
const SWEEP_PARTS = 400;
const MOST_ROWS_OF_PART = 25;
const LEAST_ROWS_OF_PART = 4;

const WHOLE: Shard = { index: 0, of: 1 };

const rowsIn = (scenario: Scenario, shard: Shard): number => shardRows(rowsOf(scenario), shard);
const rowsInPart = (rows: number): number =>
  Math.min(MOST_ROWS_OF_PART, Math.max(LEAST_ROWS_OF_PART, Math.ceil(rows / SWEEP_PARTS)));

/** The table of a scenario that varies inputs: for each point, for each cluster, the plan searched anew. */
export const vary: Handler<'vary'> = {
  parts({ source, shard = WHOLE }) {
    const scenario = loadScenario(source);
    if (!scenario.ok) return scenario;
    const rows = rowsIn(scenario.value, shard);
    // A shard without rows is still one part: an empty table.
    if (scenario.value.vary) return ok(Math.max(1, Math.ceil(rows / rowsInPart(rows))));
    const { variesNothing, varyExample } = words().study;
    return fail(errorOf(source.file, variesNothing, varyExample, { path: 'vary' }));
  },
  run({ source, shard = WHOLE }, index) {
    const opened = loadVariants(source);
    if (!opened.ok) return opened;
    const rows = rowsIn(opened.value.base, shard);
    const size = rowsInPart(rows);
    return tableRows(opened.value, shard, index * size, Math.min(rows, (index + 1) * size));
  },
  merge({ source, shard = null }, reports) {
    const report = { ...concatenate(reports), shard };
    const scenario = loadScenario(source);
    // Where the model itself varies, the rows have it.
    const known = scenario.ok && report.axes.every(({ key }) => key !== 'model');
    const models = known ? scenario.value.cases.map(({ setup }) => setup.model.name) : [];
    return readVary(report, models);
  },
};
