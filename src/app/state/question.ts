import { batch, type Signal, signal } from '@preact/signals';
import type { Task, TaskReport } from '../../study';
import type { UserError } from '../../units';
import { theEngine } from './engine';
import { keepLatest } from './keep-latest';
import { wanted } from './language';
import { Latest } from './latest';
import { guardUnload } from './unload-guard';

/** What the engine is asked and answers; the main thread asks and shows, and computes nothing itself. */

type Kind = Task['kind'];
export type TaskOf<K extends Kind> = Extract<Task, { kind: K }>;

export interface Progress {
  done: number;
  total: number;
  /** Seconds left by the pace so far; null while that is not known. */
  left: number | null;
}

/** One kind of question: the last answer, and how the next one is coming on. */
interface Question<K extends Kind = Kind> {
  /** The last whole answer, maybe of an older input. */
  report: Signal<TaskReport<K> | null>;
  /** Finished parts, in part order, of work that is under way or was cancelled; empty once there is a whole answer. */
  parts: Signal<readonly TaskReport<K>[]>;
  /** What the user has to mend; the report is then of the last valid input. */
  errors: Signal<readonly UserError[]>;
  /** An exception: a bug, or a worker that could not be started. */
  failure: Signal<string | null>;
  progress: Signal<Progress | null>;
  /** Work that has lasted long enough to be worth a word. */
  slow: Signal<boolean>;
  cancelled: Signal<boolean>;
  /** The task that is wanted, and the one that the report answers, as keys. */
  wanted: Signal<string | null>;
  answered: Signal<string | null>;
  ask(task: TaskOf<K>): void;
  /** Stops the work; finished parts stay. */
  cancel(): void;
  /** Asks for the same again, after a failure or a cancel. */
  again(): void;
  /** Views that show it now. Nobody's work is stopped when the input changes. */
  holders: number;
}

const SLOW_MS = 300;
/** Parts are shown this often, not one by one: drawing them takes the page's thread. */
const SHOW_PARTS_MS = 1000;
const KEPT = 8;

const questions = new Map<string, Question>();

/** The page's question of a kind; `slot` tells apart those that are of other inputs than the scenario. */
export function question<K extends Kind>(kind: K, slot = ''): Question<K> {
  const name = `${kind} ${slot}`;
  const known = questions.get(name);
  if (known) return known as unknown as Question<K>;
  const made = newQuestion<K>();
  questions.set(name, made as unknown as Question);
  return made;
}

/** Stops what runs for a view that is no longer on show: its input is of the past. */
export function dropUnheld(): void {
  for (const asked of questions.values()) if (asked.holders === 0 && asked.progress.peek()) asked.cancel();
}

function newQuestion<K extends Kind>(): Question<K> {
  /** The latest answers by task, so that going back or to another view shows them at once. */
  const kept = new Map<string, TaskReport<K>>();
  let last: TaskOf<K> | null = null;
  const latest = new Latest<TaskOf<K>>((task, abort) => work(task, abort));

  const made: Question<K> = {
    report: signal(null),
    parts: signal([]),
    errors: signal([]),
    failure: signal(null),
    progress: signal(null),
    slow: signal(false),
    cancelled: signal(false),
    wanted: signal(null),
    answered: signal(null),
    holders: 0,
    ask(task) {
      const key = keyOf(task);
      if (made.wanted.peek() === key && !made.cancelled.peek() && made.failure.peek() === null) return;
      last = task;
      made.wanted.value = key;
      made.cancelled.value = false;
      made.failure.value = null;
      const known = kept.get(key);
      if (known) {
        latest.cancel();
        show(key, known);
      } else latest.ask(task);
    },
    cancel() {
      made.cancelled.value = true;
      latest.cancel();
    },
    again() {
      const task = last;
      made.wanted.value = null;
      if (task) made.ask(task);
    },
  };

  function show(key: string, report: TaskReport<K>): void {
    batch(() => {
      clear(made.errors);
      made.failure.value = null;
      clear(made.parts);
      made.report.value = report;
      made.answered.value = key;
    });
  }

  async function work(task: TaskOf<K>, abort: AbortSignal): Promise<void> {
    const key = keyOf(task);
    const began = performance.now();
    const parts = new Map<number, TaskReport<K>>();
    let shownAt = began - SHOW_PARTS_MS / 2;
    const timer = setTimeout(() => {
      made.slow.value = true;
    }, SLOW_MS);
    const ended = guardUnload();
    clear(made.parts);
    made.progress.value = { done: 0, total: 0, left: null };
    try {
      const result = await theEngine().run<K>(task, {
        signal: abort,
        onProgress: (done, total) => {
          if (abort.aborted) return;
          const left = done > 0 ? ((performance.now() - began) / 1000 / done) * (total - done) : null;
          made.progress.value = { done, total, left };
          const now = performance.now();
          if (parts.size === 0 || done === total || now - shownAt < SHOW_PARTS_MS) return;
          shownAt = now;
          // In a task of its own: the message that brought the part has cost its time.
          setTimeout(() => {
            if (made.progress.peek() && !abort.aborted) made.parts.value = inOrder(parts);
          });
        },
        onPart: (index, report) => parts.set(index, report),
      });
      if (abort.aborted) return;
      if (result.ok) {
        keepLatest(kept, key, result.value, KEPT);
        show(key, result.value);
      } else {
        made.errors.value = result.errors;
        made.failure.value = null;
      }
    } catch (error) {
      if (!abort.aborted) made.failure.value = error instanceof Error ? error.message : String(error);
      else if (made.cancelled.peek()) made.parts.value = inOrder(parts);
    } finally {
      clearTimeout(timer);
      ended();
      made.slow.value = false;
      made.progress.value = null;
    }
  }
  return made;
}

/** A new empty list in place of an empty one would be a change to all that show it. */
function clear(list: Signal<readonly unknown[]>): void {
  if (list.peek().length > 0) list.value = [];
}

const inOrder = <T>(parts: ReadonlyMap<number, T>): T[] =>
  [...parts].sort(([a], [b]) => a - b).map(([, report]) => report);

/** Answers hold words, so the language is part of what is asked. */
export const keyOf = (task: Task): string => `${wanted.value} ${JSON.stringify(task)}`;
