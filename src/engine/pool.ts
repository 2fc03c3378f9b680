import type { Remote } from 'comlink';
import { language } from '../words';
import { InternalError } from './errors';
import type { RemoteWork } from './remote';
import type { Executor, TaskKind, Work } from './types';

/** A worker of either world. `onDeath` is called at most once, and not for a death by `terminate`. */
export interface PoolWorker {
  remote: Remote<RemoteWork>;
  terminate(): Promise<void>;
  /** Tells whether somebody waits for this worker: an idle one must not keep the program alive. */
  setBusy(busy: boolean): void;
}
export type StartWorker = (onDeath: (why: string) => void) => PoolWorker;

interface Job {
  method: keyof Work;
  args: Parameters<Work[keyof Work]>;
  label: string;
  deaths: number;
  /** Nobody waits any more. */
  settled: boolean;
  resolve(answer: ReturnType<Work[keyof Work]>): void;
  reject(reason: unknown): void;
}

interface Slot {
  worker: PoolWorker;
  job: Job | null;
  /** The kinds of tasks that it has worked on. */
  done: Set<TaskKind>;
}

/** One of many pieces of long work; all else is short, and what somebody waits for next. */
const isPart = ({ method }: Job): boolean => method === 'runPart';

const kindOf = ({ args: [of] }: Job): TaskKind => ('task' in of ? of.task.kind : of.kind);

const MAX_RETRIES = 2;
/** An abandoned call that ends within this time costs less than a new worker, which has the catalog to read again. */
const GRACE_MS = 60;

/**
 * Workers with one queue, in which short calls go before the parts of long work: an edit, or the end of a study, waits for
 * one part at most. Workers start when there is work for them. A call ends with its worker's answer, with the
 * caller's signal, or with the third death of a worker under it; after the first and second it is done again.
 */
export class Pool implements Executor {
  readonly lanes: number;
  readonly #start: StartWorker;
  readonly #size: number;
  readonly #slots = new Set<Slot>();
  #queue: Job[] = [];
  #closed = false;

  constructor(start: StartWorker, size: number) {
    this.#start = start;
    this.#size = Math.max(1, Math.floor(size));
    // One more call than workers for each, so that no worker waits for the next.
    this.lanes = 2 * this.#size;
  }

  call<M extends keyof Work>(
    method: M,
    args: Parameters<Work[M]>,
    label: string,
    signal: AbortSignal,
  ): Promise<ReturnType<Work[M]>> {
    if (signal.aborted) return Promise.reject(signal.reason);
    if (this.#closed) return Promise.reject(new InternalError('the engine is closed'));
    return new Promise((resolve, reject) => {
      const abandon = () => {
        job.reject(signal.reason);
        this.#abandon(job);
      };
      const settle = () => {
        job.settled = true;
        signal.removeEventListener('abort', abandon);
      };
      const job: Job = {
        method,
        args,
        label,
        deaths: 0,
        settled: false,
        resolve(answer) {
          settle();
          resolve(answer as ReturnType<Work[M]>);
        },
        reject(reason) {
          settle();
          reject(reason);
        },
      };
      signal.addEventListener('abort', abandon);
      this.#enqueue(job);
      this.#fill();
    });
  }

  close(): void {
    this.#closed = true;
    const jobs = [...this.#queue, ...[...this.#slots].flatMap(({ job }) => job ?? [])];
    this.#queue = [];
    for (const slot of [...this.#slots]) this.#remove(slot);
    for (const job of jobs) if (!job.settled) job.reject(new InternalError('the engine is closed'));
  }

  #enqueue(job: Job): void {
    const firstPart = isPart(job) ? -1 : this.#queue.findIndex(isPart);
    if (firstPart < 0) this.#queue.push(job);
    else this.#queue.splice(firstPart, 0, job);
  }

  #fill(): void {
    while (this.#queue.length > 0) {
      try {
        const slot = this.#idleFor(kindOf(this.#queue[0])) ?? this.#newSlot();
        if (!slot) return;
        void this.#work(slot, this.#queue.shift()!);
      } catch (error) {
        const job = this.#queue.shift()!;
        job.reject(InternalError.in(`${job.label}: no worker could be started`, error));
      }
    }
  }

  /** An idle worker, rather one that has done the like: it has the code compiled, and remembers some of the answers. */
  #idleFor(kind: TaskKind): Slot | undefined {
    const idle = [...this.#slots].filter(({ job }) => job === null);
    return idle.find(({ done }) => done.has(kind)) ?? idle[0];
  }

  #newSlot(): Slot | null {
    if (this.#slots.size >= this.#size) return null;
    const slot: Slot = { worker: this.#start((why) => this.#died(slot, why)), job: null, done: new Set() };
    this.#slots.add(slot);
    return slot;
  }

  async #work(slot: Slot, job: Job): Promise<void> {
    slot.job = job;
    slot.worker.setBusy(true);
    try {
      const answer = await slot.worker.remote.call(job.method, job.args, language());
      slot.done.add(kindOf(job));
      if (!job.settled) job.resolve(answer as ReturnType<Work[keyof Work]>);
    } catch (error) {
      if (!job.settled) job.reject(InternalError.in(job.label, error));
    }
    slot.job = null;
    slot.worker.setBusy(false);
    // Who waited for a short call may have the next one to ask; a part would take the worker for longer.
    if (!isPart(job)) await new Promise((resolve) => setTimeout(resolve));
    this.#fill();
  }

  #died(slot: Slot, why: string): void {
    const { job } = slot;
    this.#remove(slot);
    if (job && !job.settled) {
      job.deaths++;
      if (job.deaths > MAX_RETRIES) {
        job.reject(new InternalError(`${job.label}: its worker died ${job.deaths} times (${why})`));
      } else this.#queue.unshift(job);
    }
    this.#fill();
  }

  #abandon(job: Job): void {
    this.#queue = this.#queue.filter((other) => other !== job);
    const slot = [...this.#slots].find((other) => other.job === job);
    if (!slot) return;
    setTimeout(() => {
      if (slot.job !== job || !this.#slots.has(slot)) return;
      this.#remove(slot);
      this.#fill();
    }, GRACE_MS);
  }

  #remove(slot: Slot): void {
    if (!this.#slots.delete(slot)) return;
    void slot.worker.terminate();
  }
}
