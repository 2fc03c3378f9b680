/** A bug in the program, or a machine that fails it; never the user's mistake. The message names the work that failed. */
export class InternalError extends Error {
  override name = 'InternalError';

  static in(label: string, cause: unknown): InternalError {
    const why = cause instanceof Error ? cause.message : String(cause);
    return new InternalError(`${label}: ${why}`, { cause });
  }
}
