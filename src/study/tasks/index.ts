import { loadRuleQuestion } from '../../catalog';
import { ok, type Result } from '../../units';
import { catalogReport } from '../catalog-report';
import { kernelsReport, parseKernels } from '../kernels';
import { rulesReport } from '../rules';
import type { Started, TaskPart, TaskReport } from '../types';
import { bestChip } from './best-chip';
import { bottlenecks } from './bottlenecks';
import { claims } from './claims';
import { compare, explain, search } from './clusters';
import { constants } from './constants';
import { type Handler, type Kind, type TaskOf, whole } from './handler';
import { parity } from './parity';
import { ruleChange } from './rule-change';
import { supply } from './supply';
import { timeline } from './timeline';
import { uncertainty } from './uncertainty';
import { validate } from './validate';
import { vary } from './vary';

/** One handler for each kind of task; a new kind of question is a new entry. */
const handlers: { [K in Kind]: Handler<K> } = {
  compare,
  explain,
  search,
  vary,
  timeline,
  parity,
  bottleneck_map: bottlenecks,
  supply,
  uncertainty,
  validate,
  kernels: whole(
    ({ json }) => {
      const file = parseKernels(json);
      return file.ok ? ok(kernelsReport(file.value)) : file;
    },
    ({ json }) => parseKernels(json),
  ),
  rules: whole(
    ({ source }) => {
      const question = loadRuleQuestion(source);
      return question.ok ? ok(rulesReport(question.value)) : question;
    },
    ({ source }) => loadRuleQuestion(source),
  ),
  constants,
  claims,
  rule_change: ruleChange,
  best_chip: bestChip,
  catalog: whole(() => ok(catalogReport())),
};

/** Cuts a task into independent parts; bad input is found here, before any work. */
export function splitTask<K extends Kind>(task: TaskOf<K>): Result<TaskPart<K>[]> {
  const parts = handlerOf<K>(task).parts(task);
  if (!parts.ok) return parts;
  const of = parts.value;
  const checks = new Set(handlerOf<K>(task).checks?.(task, of) ?? []);
  return ok(
    Array.from({ length: of }, (_, index) => ({
      task,
      part: checks.has(index) ? { index, of, check: true } : { index, of },
    })),
  );
}

/** The first of all calls about a task: its answer where it is light, else its parts. */
export function startTask<K extends Kind>(task: TaskOf<K>): Result<Started<K>> {
  const parts = splitTask<K>(task);
  if (!parts.ok) return parts;
  if (parts.value.length > (handlerOf<K>(task).together ?? 0)) return ok({ parts: parts.value });
  const reports: TaskReport<K>[] = [];
  for (const part of parts.value) {
    const report = runPart<K>(part);
    // The errors of all parts are for whoever runs them all to gather.
    if (!report.ok) return ok({ parts: parts.value });
    reports.push(report.value);
  }
  return ok({ report: mergeReports<K>(task, reports) });
}

/** Do the reports of a task's first parts answer it well enough? The same reports, the same answer. */
export function isEnough<K extends Kind>(task: TaskOf<K>, reports: TaskReport<K>[]): boolean {
  return handlerOf<K>(task).isEnough?.(task, reports) ?? false;
}

/** Runs one part. Pure and synchronous: the engine decides where. */
export function runPart<K extends Kind>({ task, part }: TaskPart<K>): Result<TaskReport<K>> {
  return handlerOf<K>(task).run(task, part.index, part.of);
}

/** Joins the reports of all parts, in part order: the result does not depend on who ran them. */
export function mergeReports<K extends Kind>(task: TaskOf<K>, reports: TaskReport<K>[]): TaskReport<K> {
  return handlerOf<K>(task).merge(task, reports);
}

/** The compiler can't tie the kind in the data to K. */
const handlerOf = <K extends Kind>(task: TaskOf<K>): Handler<K> => handlers[task.kind as K];
