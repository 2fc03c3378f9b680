import { useEffect } from 'preact/hooks';
import type { Task, TaskReport } from '../../study';
import type { UserError } from '../../units';
import { keyOf, type Progress, question, type TaskOf } from './question';

/** What a view shows of a question. */
export interface Answer<K extends Task['kind'] = Task['kind']> {
  /** The last whole answer, maybe of an older input: then `stale`. Null before the first. */
  report: TaskReport<K> | null;
  stale: boolean;
  /** What is finished of work under way or cancelled, in part order, as reports of the parts. */
  parts: readonly TaskReport<K>[];
  errors: readonly UserError[];
  failure: string | null;
  /** Present while work is under way; `slow` once that is worth a word. */
  progress: Progress | null;
  slow: boolean;
  cancelled: boolean;
  cancel(): void;
  again(): void;
}

/**
 * Asks the engine a task for as long as the component is on show, again whenever the task changes; null asks nothing
 * yet. The latest task wins, and an answer that is known already is shown at once. A view whose task is not simply of
 * the scenario names itself as `slot`, so that the answers of others stay.
 */
export function useAnswer<K extends Task['kind']>(kind: K, task: TaskOf<K> | null, slot = ''): Answer<K> {
  const asked = question(kind, slot);
  const key = task && keyOf(task);
  useEffect(() => {
    asked.holders++;
    return () => {
      asked.holders--;
    };
  }, [asked]);
  useEffect(() => {
    if (task) asked.ask(task);
  }, [asked, key]);
  // Whoever reads one of these is drawn again when that changes, and only then.
  return {
    get report() {
      return asked.report.value;
    },
    get stale() {
      return asked.report.value !== null && asked.answered.value !== key;
    },
    get parts() {
      return asked.parts.value;
    },
    get errors() {
      return asked.errors.value;
    },
    get failure() {
      return asked.failure.value;
    },
    get progress() {
      return asked.progress.value;
    },
    get slow() {
      return asked.slow.value;
    },
    get cancelled() {
      return asked.cancelled.value;
    },
    cancel: asked.cancel,
    again: asked.again,
  };
}
