import { loadScenario, loadVariants, type Scenario } from '../catalog';
import { type Plan, RESOURCES } from '../step';
import { fail, ok, type Result } from '../units';
import { bottleneck, solveCase } from './case';
import { catalogReport } from './catalog-report';
import { explainCase } from './explain';
import { kernelsReport, ownReport, parseKernels } from './kernels';
import { searchCase } from './search';
import type {
  CompareReport,
  ExplainReport,
  SearchReport,
  Task,
  TaskPart,
  TaskReport,
  TaskReports,
  VaryReport,
} from './types';
import { parsePoints, reportPoints, summarise } from './validate';

type Kind = Task['kind'];
/** Points of one part of a validation: enough work to be worth a message, short enough to cancel. */
const POINTS_PER_PART = 60;

/** A sweep is cut into about this many parts, of at most so many rows: little to lose when it is stopped. */
const SWEEP_PARTS = 400;
const MOST_ROWS = 25;

type ScenarioTask = Extract<Task, { kind: 'compare' | 'explain' | 'vary' | 'search' }>;

function partsOf(task: Task, scenario: Scenario | null): number {
  if (task.kind === 'compare' || task.kind === 'search') return scenario?.cases.length ?? 1;
  if (task.kind === 'explain') return task.cluster === null ? (scenario?.cases.length ?? 1) : 1;
  if (task.kind === 'vary') return Math.ceil(rowsOf(scenario) / rowsInPart(rowsOf(scenario)));
  return 1;
}

const rowsOf = (scenario: Scenario | null): number =>
  (scenario?.vary?.values.length ?? 1) * (scenario?.cases.length ?? 1);

const rowsInPart = (rows: number): number => Math.min(MOST_ROWS, Math.ceil(rows / SWEEP_PARTS));

function withParts<K extends Kind>(task: Extract<Task, { kind: K }>, of: number): TaskPart<K>[] {
  return Array.from({ length: of }, (_, index) => ({ task, part: { index, of } }));
}

/** Cuts a task into independent parts; bad input is found here, before any work. */
export function splitTask<K extends Kind>(task: Extract<Task, { kind: K }>): Result<TaskPart<K>[]> {
  const any: Task = task;
  if (any.kind === 'catalog') return ok(withParts(task, 1));
  if (any.kind === 'kernels') {
    const file = parseKernels(any.json);
    return file.ok ? ok(withParts(task, 1)) : file;
  }
  if (any.kind === 'validate') {
    const points = parsePoints(any.pointsJson);
    return points.ok
      ? ok(withParts(task, Math.max(1, Math.ceil(points.value.length / POINTS_PER_PART))))
      : points;
  }
  const scenario = loadScenario(any.source);
  if (!scenario.ok) return scenario;
  if (any.kind === 'vary' && !scenario.value.vary) {
    return fail({
      ...place(any),
      path: 'vary',
      message: 'the scenario varies nothing',
      expected: 'a `vary` entry such as experts: [64, 128, 256]',
      nearest: null,
    });
  }
  if (any.kind === 'explain' && any.cluster !== null && clusterIndex(scenario.value, any.cluster) < 0) {
    const names = scenario.value.cases.map((item) => item.cluster).join(', ');
    return fail({
      ...place(any),
      path: 'clusters',
      message: `no cluster named ${any.cluster}`,
      expected: `one of ${names}`,
      nearest: null,
    });
  }
  return ok(withParts(task, partsOf(any, scenario.value)));
}

function place(task: ScenarioTask) {
  return { file: task.source.file, line: null, column: null };
}

function clusterIndex(scenario: Scenario, name: string): number {
  return scenario.cases.findIndex((item) => item.cluster === name);
}

function runScenarioPart(task: ScenarioTask, index: number): Result<TaskReports[ScenarioTask['kind']]> {
  if (task.kind === 'vary') return runSweepPart(task, index);
  const base = loadScenario(task.source);
  if (!base.ok) return base;
  const { cases, question, model } = base.value;
  if (task.kind === 'compare')
    return ok<CompareReport>({ question, model, cases: [solveCase(cases[index]).report] });
  if (task.kind === 'search')
    return ok<SearchReport>({ question, model, searches: [searchCase(cases[index], task)] });
  const chosen = task.cluster === null ? index : clusterIndex(base.value, task.cluster);
  const { solved, detail } = explainCase(cases[chosen]);
  return ok<ExplainReport>({ question, model, cases: [solved.report], details: detail ? [detail] : [] });
}

/** The rows of one part of a sweep: for each value, for each cluster, the plan searched anew. */
function runSweepPart(task: ScenarioTask, index: number): Result<VaryReport> {
  const opened = loadVariants(task.source);
  if (!opened.ok) return opened;
  const { base, variant } = opened.value;
  const values = base.vary?.values ?? [Number.NaN];
  const rows = rowsOf(base);
  const from = index * rowsInPart(rows);
  // The best plan of the row before, of each cluster.
  const hints: (Plan | null)[] = base.cases.map(() => null);
  const reports: VaryReport[] = [];
  for (let row = from; row < Math.min(rows, from + rowsInPart(rows)); row++) {
    const valueIndex = Math.floor(row / base.cases.length);
    const varied = variant(valueIndex);
    if (!varied.ok) return varied;
    reports.push(varyRow(base, values[valueIndex], row % base.cases.length, varied.value, hints));
  }
  return ok(concatenate(reports));
}

/** One row of a sweep, as columns of length one; takes the hint for its cluster and leaves the next. */
function varyRow(
  base: Scenario,
  value: number,
  cluster: number,
  variant: Scenario,
  hints: (Plan | null)[],
): VaryReport {
  const { search, report } = solveCase(variant.cases[cluster], { top: 1, hint: hints[cluster] });
  hints[cluster] = search.best?.plan ?? hints[cluster];
  const column = (x: number | null | undefined) => Float64Array.of(x ?? Number.NaN);
  return {
    question: base.question,
    key: base.vary?.key ?? '',
    unit: base.vary?.unit ?? '',
    clusters: base.cases.map((item) => item.cluster),
    columns: {
      value: column(value),
      cluster: column(cluster),
      tokens_per_second: column(report.tokens_per_second),
      low: column(report.interval80?.tokens_per_second[0]),
      high: column(report.interval80?.tokens_per_second[1]),
      mfu: column(report.mfu),
      days: column(report.days),
      step_time_s: column(report.step_time_s),
      bottleneck: column(search.best ? RESOURCES.indexOf(bottleneck(search.best)) : null),
    },
  };
}

/** Runs one part. Pure and synchronous: the engine decides where. */
export function runPart<K extends Kind>(part: TaskPart<K>): Result<TaskReport<K>> {
  const task: Task = part.task;
  // The switch below returns the report of its own kind; the compiler can't tie K to the branch.
  const as = (result: Result<TaskReports[Kind]>) => result as Result<TaskReport<K>>;
  if (task.kind === 'catalog') return as(ok(catalogReport()));
  if (task.kind === 'kernels') {
    const file = parseKernels(task.json);
    return as(file.ok ? ok(kernelsReport(file.value)) : file);
  }
  if (task.kind === 'validate') {
    const points = parsePoints(task.pointsJson);
    if (!points.ok) return points;
    const from = part.part.index * POINTS_PER_PART;
    return as(ok(summarise(reportPoints(points.value.slice(from, from + POINTS_PER_PART)))));
  }
  return as(runScenarioPart(task, part.part.index));
}

function concatenate(reports: VaryReport[]): VaryReport {
  const names = Object.keys(reports[0].columns) as (keyof VaryReport['columns'])[];
  const columns = {} as VaryReport['columns'];
  for (const name of names) {
    const length = reports.reduce((sum, report) => sum + report.columns[name].length, 0);
    const joined = new Float64Array(length);
    let at = 0;
    for (const report of reports) {
      joined.set(report.columns[name], at);
      at += report.columns[name].length;
    }
    columns[name] = joined;
  }
  return { ...reports[0], columns };
}

/** Joins the reports of all parts, in part order: the result does not depend on who ran them. */
export function mergeReports<K extends Kind>(
  task: Extract<Task, { kind: K }>,
  reports: TaskReport<K>[],
): TaskReport<K> {
  const any: Task = task;
  const { kind } = any;
  const as = (report: TaskReports[Kind]) => report as TaskReport<K>;
  const all = reports as TaskReports[Kind][];
  if (kind === 'compare') {
    const list = all as CompareReport[];
    return as({ ...list[0], cases: list.flatMap((report) => report.cases) });
  }
  if (kind === 'explain') {
    const list = all as ExplainReport[];
    return as({
      ...list[0],
      cases: list.flatMap((report) => report.cases),
      details: list.flatMap((report) => report.details),
    });
  }
  if (kind === 'search') {
    const list = all as SearchReport[];
    return as({ ...list[0], searches: list.flatMap((report) => report.searches) });
  }
  if (kind === 'vary') return as(concatenate(all as VaryReport[]));
  if (any.kind === 'validate') {
    const summary = summarise((all as TaskReports['validate'][]).flatMap((report) => report.points));
    return as(any.pointsJson === null ? { ...summary, own_measurements: ownReport() } : summary);
  }
  return as(all[0]);
}
