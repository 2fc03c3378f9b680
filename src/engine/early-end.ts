import type { TaskPart, TaskReport } from '../study';
import type { Result } from '../units';
import type { TaskKind } from './types';

/**
 * Where a task may end before its last part. Asked is only about first parts without a gap, in the order of the checks,
 * so that the end does not depend on which worker was quicker.
 */
export class EarlyEnd<K extends TaskKind> {
  /** Parts that the answer is made of. */
  end: number;
  /** Settles when an early end is found; never without one. */
  readonly reached: Promise<void>;
  readonly #results: readonly (Result<TaskReport<K>> | undefined)[];
  readonly #ask: (reports: TaskReport<K>[]) => Promise<boolean>;
  readonly #checks: number[];
  #asking: Promise<void> = Promise.resolve();
  #prefix = 0;
  #settle: () => void = () => {};
  #fail: (error: unknown) => void = () => {};

  constructor(
    results: readonly (Result<TaskReport<K>> | undefined)[],
    parts: readonly TaskPart[],
    ask: (reports: TaskReport<K>[]) => Promise<boolean>,
  ) {
    this.#results = results;
    this.#ask = ask;
    this.end = parts.length;
    this.#checks = parts.flatMap(({ part }, index) => (part.check ? [index] : []));
    this.reached = new Promise((resolve, reject) => {
      this.#settle = resolve;
      this.#fail = reject;
    });
    // Whoever waits for all parts learns of a failure from them.
    this.reached.catch(() => {});
  }

  /** Looks whether the first parts have come as far as the next check. */
  look(): void {
    while (this.#prefix < this.#results.length && this.#results[this.#prefix]) this.#prefix++;
    while (this.#checks.length > 0 && this.#checks[0] < this.#prefix) {
      const last = this.#checks.shift() ?? 0;
      this.#asking = this.#asking.then(() => this.#judge(last)).catch((error) => this.#fail(error));
    }
  }

  /** Settles when all that was asked is answered. */
  judged(): Promise<void> {
    return this.#asking;
  }

  async #judge(last: number): Promise<void> {
    // The first early end stands.
    if (last >= this.end) return;
    const reports = this.#results.slice(0, last + 1).flatMap((result) => (result?.ok ? [result.value] : []));
    if (reports.length <= last || !(await this.#ask(reports))) return;
    if (last + 1 < this.end) this.end = last + 1;
    this.#settle();
  }
}
