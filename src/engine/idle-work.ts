import type { Started } from '../study';
import type { Result } from '../units';
import type { TaskKind, TaskOf, Work } from './types';

/** Time without a call after which a worker counts as idle: an edit's next key stroke comes sooner. */
const PAUSE_MS = 150;
/** The same before the first step: a page that has its answer still loads what draws it. */
const FIRST_PAUSE_MS = 2000;

/** What to do in idle time after the first answer of a kind of task: steps, each short. */
export type IdleWork = (task: TaskOf<TaskKind>) => Iterator<void> | null;

/**
 * The same work, which in a worker's idle time goes on with steps of its own. A call waits for one step at most, and puts
 * off the next.
 */
export function withIdleWork(work: Work, after: IdleWork): Work {
  let steps: Iterator<void> | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let pause = FIRST_PAUSE_MS;
  const wait = (ms: number) => {
    clearTimeout(timer);
    if (steps) timer = setTimeout(step, ms);
  };
  const step = () => {
    pause = PAUSE_MS;
    if (steps?.next().done) steps = null;
    wait(0);
  };
  const busy = <T>(answer: T): T => {
    wait(pause);
    return answer;
  };
  return {
    startTask<K extends TaskKind>(task: TaskOf<K>): Result<Started<K>> {
      const started = work.startTask(task);
      if (started.ok) steps ??= after(task as TaskOf<TaskKind>);
      return busy(started);
    },
    runPart: (part) => busy(work.runPart(part)),
    isEnough: (task, reports) => busy(work.isEnough(task, reports)),
    mergeReports: (task, reports) => busy(work.mergeReports(task, reports)),
  };
}
