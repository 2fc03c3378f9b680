import type { Result } from '../../units';
import type { Task, TaskReport } from '../types';

export type Kind = Task['kind'];
export type TaskOf<K extends Kind> = Extract<Task, { kind: K }>;

/** How one kind of task is cut, run and put together. Pure and synchronous: the engine decides where it runs. */
export interface Handler<K extends Kind> {
  /** The number of independent parts; bad input is found here, before any work. */
  parts(task: TaskOf<K>): Result<number>;
  run(task: TaskOf<K>, index: number, of: number): Result<TaskReport<K>>;
  /** Up to so many parts are run where the task is cut up: messages about them would take longer than they do. */
  together?: number;
  /** Parts after which `isEnough` is asked, in order; without it all parts are run. */
  checks?(task: TaskOf<K>, of: number): number[];
  /** Do the reports of the first parts answer the task well enough? */
  isEnough?(task: TaskOf<K>, reports: TaskReport<K>[]): boolean;
  /** Joins the reports of all parts, in part order: the result does not depend on who ran them. */
  merge(task: TaskOf<K>, reports: TaskReport<K>[]): TaskReport<K>;
}

/** A task that is one piece of work. */
export function whole<K extends Kind>(
  run: (task: TaskOf<K>) => Result<TaskReport<K>>,
  check?: (task: TaskOf<K>) => Result<unknown>,
): Handler<K> {
  return {
    parts: (task) => {
      const checked = check?.(task);
      return checked && !checked.ok ? checked : { ok: true, value: 1 };
    },
    run,
    merge: (_, [report]) => report,
  };
}
