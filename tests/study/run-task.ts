import { mergeReports, runPart, splitTask, type Task, type TaskReport } from '../../src/study';

/** The report of a task, all parts run here; throws where it is bad input. */
export function runTask<K extends Task['kind']>(task: Extract<Task, { kind: K }>): TaskReport<K> {
  const parts = splitTask<K>(task);
  if (!parts.ok) throw new Error(parts.errors[0].message);
  const reports = parts.value.map((part) => {
    const report = runPart<K>(part);
    if (!report.ok) throw new Error(report.errors[0].message);
    return report.value;
  });
  return mergeReports<K>(task, reports);
}
