/** How long an outdated request may still run before it is aborted: long enough that a drag shows figures on the way. */
const PATIENCE_MS = 250;

/**
 * Runs requests one at a time, the latest only: one that comes while another runs replaces those that wait, and
 * aborts the running one if it takes long.
 */
export class Latest<Input> {
  private running: AbortController | null = null;
  private waiting: { input: Input } | null = null;
  private began = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly work: (input: Input, signal: AbortSignal) => Promise<void>) {}

  ask(input: Input): void {
    this.waiting = { input };
    if (this.running) this.abortSoon();
    else void this.next();
  }

  /** Aborts what runs and forgets what waits. */
  cancel(): void {
    this.waiting = null;
    this.running?.abort();
  }

  private abortSoon(): void {
    clearTimeout(this.timer);
    const running = this.running;
    this.timer = setTimeout(
      () => running?.abort(),
      Math.max(0, this.began + PATIENCE_MS - performance.now()),
    );
  }

  private async next(): Promise<void> {
    while (this.waiting) {
      const { input } = this.waiting;
      this.waiting = null;
      this.running = new AbortController();
      this.began = performance.now();
      try {
        await this.work(input, this.running.signal);
      } finally {
        clearTimeout(this.timer);
        this.running = null;
      }
    }
  }
}
