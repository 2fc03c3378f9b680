import { readFileSync, statSync } from 'node:fs';
import { errorOf, fail, formatBytes, ok, type Result } from '../units';
import { words } from '../words';
import { whyNot } from './problems';

const problem = <T>(file: string, message: string, expected: string) =>
  fail<T>(errorOf(file, message, expected));

/** Reads a file of at most `limit` bytes; what stands in the way is an error of the user. */
export function readBytes(file: string, limit: number): Result<Uint8Array> {
  const { error } = words().cli;
  const tooLarge = () =>
    problem<Uint8Array>(file, error.tooLarge(formatBytes(limit)), error.atMost(formatBytes(limit)));
  try {
    if (statSync(file).size > limit) return tooLarge();
    const bytes = readFileSync(file);
    return bytes.length > limit ? tooLarge() : ok(bytes);
  } catch (caught) {
    return problem(file, error.unreadable(whyNot(caught)), error.readable);
  }
}

/** Reads a text file, in the same way. */
export function readInput(file: string, limit: number): Result<string> {
  const { error } = words().cli;
  const bytes = readBytes(file, limit);
  if (!bytes.ok) return bytes;
  try {
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(bytes.value));
  } catch {
    return problem(file, error.notText, error.text);
  }
}

/** Largest file of measurements. */
export const MAX_DATA_BYTES = 20_000_000;

const MAX_SCENARIO_BYTES = 1_000_000;

/** A scenario file as the source of a task. */
export function sourceOf(file: string): Result<{ file: string; text: string }> {
  const text = readInput(file, MAX_SCENARIO_BYTES);
  return text.ok ? ok({ file, text: text.value }) : text;
}
