import { accessSync, constants, existsSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { UserError } from '../units';
import { words } from '../words';
import { whyNot } from './input';

/** Why a file cannot be written; found before the work whose result it takes, not after it. */
export function fileProblem(file: string): UserError | null {
  try {
    accessSync(existsSync(file) ? file : dirname(file), constants.W_OK);
    return null;
  } catch (caught) {
    return unwritable(file, caught);
  }
}

/** Writes a file; a reader never sees half of it. Why it could not be written, or null. */
export function writeOutput(file: string, content: string | Uint8Array): UserError | null {
  try {
    const special = existsSync(file) && !statSync(file).isFile();
    const first = special ? file : `${file}.${process.pid}.part`;
    writeFileSync(first, content);
    if (!special) renameSync(first, file);
    return null;
  } catch (caught) {
    return unwritable(file, caught);
  }
}

const unwritable = (file: string, caught: unknown) =>
  outputError(file, words().cli.output.unwritable(whyNot(caught)), words().cli.output.writable);

export const outputError = (file: string, message: string, expected: string): UserError => ({
  ...{ file, line: null, column: null, path: '' },
  ...{ message, expected, nearest: null },
});
