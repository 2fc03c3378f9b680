import type { Started, Task, TaskPart, TaskReport } from '../study';
import type { Result } from '../units';

export type TaskKind = Task['kind'];
export type TaskOf<K extends TaskKind> = Extract<Task, { kind: K }>;

export interface EngineOptions<K extends TaskKind = TaskKind> {
  /** Aborting rejects `run` with the signal's reason at once, whatever the workers are doing. */
  signal?: AbortSignal;
  /** Called with the parts done: first with 0, at most about ten times a second, last with `total`. */
  onProgress?: (done: number, total: number) => void;
  /** Called with each finished part, in order of completion; what an aborted run leaves behind. */
  onPart?: (index: number, report: TaskReport<K>) => void;
}

/** One seam for threads: the same tasks, the same bits, wherever they run. */
export interface Engine {
  /**
   * Answers a task. Errors of the user are values; `run` rejects only when aborted (with the signal's reason), when
   * the engine is closed, or with an `InternalError`, which is a bug.
   */
  run<K extends TaskKind>(task: TaskOf<K>, options?: EngineOptions<K>): Promise<Result<TaskReport<K>>>;
  /** Ends the workers. Runs in flight reject. */
  close(): void;
}

/** What an engine does, free of threads: pure, synchronous functions. The study room is the real one. */
export interface Work {
  /** The answer of a light task, or the parts to be run; bad input is found here. */
  startTask<K extends TaskKind>(task: TaskOf<K>): Result<Started<K>>;
  runPart<K extends TaskKind>(part: TaskPart<K>): Result<TaskReport<K>>;
  /** After a part marked `check` and all before it: do their reports answer the task well enough to leave out the rest? */
  isEnough<K extends TaskKind>(task: TaskOf<K>, reports: TaskReport<K>[]): boolean;
  mergeReports<K extends TaskKind>(task: TaskOf<K>, reports: TaskReport<K>[]): TaskReport<K>;
}

/** Where and when the functions of a `Work` are called. Labels name the call in messages. */
export interface Executor {
  /** How many calls keep it busy; more only wait. */
  readonly lanes: number;
  call<M extends keyof Work>(
    method: M,
    args: Parameters<Work[M]>,
    label: string,
    signal: AbortSignal,
  ): Promise<ReturnType<Work[M]>>;
  close(): void;
}
