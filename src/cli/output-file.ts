import { accessSync, constants, existsSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { errorOf, type UserError } from '../units';
import { words } from '../words';
import { whyNot } from './problems';

/** Why a file cannot be written; found before the work whose result it takes, not after it. */
export function fileProblem(file: string): UserError | null {
  try {
    const exists = existsSync(file);
    const at = exists ? file : dirname(file);
    accessSync(at, constants.W_OK);
    // A file in place of a folder, or the other way round; what stands there may be special, such as /dev/stdout.
    if (statSync(at).isDirectory() === exists)
      return unwritable(file, { code: exists ? 'EISDIR' : 'ENOTDIR' });
    return null;
  } catch (caught) {
    const { code } = caught as NodeJS.ErrnoException;
    return code === 'ENOENT'
      ? errorOf(file, words().cli.output.noFolder(dirname(file)), words().cli.output.writable)
      : unwritable(file, caught);
  }
}

/** Writes a file; a reader never sees half of it. Why it could not be written, or null. */
export function writeOutput(file: string, content: string | Uint8Array): UserError | null {
  const part = `${file}.${process.pid}.part`;
  try {
    if (existsSync(file) && !statSync(file).isFile()) writeFileSync(file, content);
    else {
      writeFileSync(part, content);
      renameSync(part, file);
    }
    return null;
  } catch (caught) {
    if (existsSync(part)) rmSync(part, { force: true });
    return unwritable(file, caught);
  }
}

const unwritable = (file: string, caught: unknown) =>
  errorOf(file, words().cli.output.unwritable(whyNot(caught)), words().cli.output.writable);
