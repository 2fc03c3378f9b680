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

/** An error about a file or an option as a whole, or about a key whose line nobody knows. */
export const errorOf = (
  file: string,
  message: string,
  expected: string | null,
  { path = '', nearest = null }: { path?: string; nearest?: string | null } = {},
): UserError => ({ file, line: null, column: null, path, message, expected, nearest });

/** The value of what the program itself asked for, or checked before: an error in it is a bug. */
export function must<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Error(result.errors.map(({ file, line, message }) => `${file}:${line}: ${message}`).join('\n'));
}

export function fail<T>(...errors: UserError[]): Result<T> {
  return { ok: false, errors };
}
