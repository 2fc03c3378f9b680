/** Errors that a user can cause are values: what went wrong, where, and what would have been right. */
export interface UserError {
  /** File name as the user gave it, or a word for the origin ("link", "form"). */
  file: string;
  /** 1-based; null where the place is not known (a missing key names its parent's place). */
  line: number | null;
  column: number | null;
  /** Dotted path of the key, e.g. `clusters.0.system`. */
  path: string;
  /** The whole message in plain words, without the place. */
  message: string;
  /** What was expected, e.g. "a bandwidth such as 400 Gbit/s". */
  expected: string | null;
  /** The nearest valid name, if one is near. */
  nearest: string | null;
}

export type Result<T> = { ok: true; value: T } | { ok: false; errors: UserError[] };

export function ok<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function fail<T>(...errors: UserError[]): Result<T> {
  return { ok: false, errors };
}
