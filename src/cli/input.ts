import { readFileSync, statSync } from 'node:fs';
import { fail, formatBytes, ok, type Result } from '../units';
import { words } from '../words';

/** Reads a text file of at most `limit` bytes; what stands in the way is an error of the user. */
export function readInput(file: string, limit: number): Result<string> {
  const { error } = words().cli;
  const problem = (message: string, expected: string) =>
    fail<string>({ file, line: null, column: null, path: '', message, expected, nearest: null });
  try {
    if (statSync(file).size > limit) {
      return problem(error.tooLarge(formatBytes(limit)), error.atMost(formatBytes(limit)));
    }
    const bytes = readFileSync(file);
    if (bytes.length > limit)
      return problem(error.tooLarge(formatBytes(limit)), error.atMost(formatBytes(limit)));
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (caught) {
    if (caught instanceof TypeError) return problem(error.notText, error.text);
    return problem(error.unreadable(whyNot(caught)), error.readable);
  }
}

/** Why the system refused a file, in our words where we have them. */
export function whyNot(caught: unknown): string {
  const { code = '', message } = caught as NodeJS.ErrnoException;
  return words().cli.error.why[code] ?? message;
}

/** Largest file of measurements. */
export const MAX_DATA_BYTES = 20_000_000;

const MAX_SCENARIO_BYTES = 1_000_000;

/** A scenario file as the source of a task. */
export function sourceOf(file: string): Result<{ file: string; text: string }> {
  const text = readInput(file, MAX_SCENARIO_BYTES);
  return text.ok ? ok({ file, text: text.value }) : text;
}
