import { accessSync, constants, existsSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, extname } from 'node:path';
import type { UserError } from '../../units';
import { words } from '../../words';
import { whyNot } from '../input';
import { csvText } from './csv';
import { parquetBytes } from './parquet';
import type { Table } from './table';

const FORMATS = ['csv', 'parquet', 'json'] as const;
export type Format = (typeof FORMATS)[number];

/** The format that a file's name asks for; null where the program does not write it. */
export function formatOf(file: string): Format | null {
  const ending = extname(file).slice(1).toLowerCase();
  return FORMATS.find((format) => format === ending) ?? null;
}

/** Why a table cannot be written there; found before hours of work, not after them. */
export function outputProblem(file: string): UserError | null {
  const { sweep: say } = words().cli;
  if (formatOf(file) === null) return outputError(file, say.noFormat, say.formats);
  try {
    accessSync(existsSync(file) ? file : dirname(file), constants.W_OK);
    return null;
  } catch (caught) {
    return unwritable(file, caught);
  }
}

/** Writes the table, or `json` as it is, in the format of the file's name; a reader never sees half a file. */
export async function writeTable(file: string, table: Table, json: string): Promise<UserError | null> {
  const format = formatOf(file);
  const content =
    format === 'json' ? json : format === 'parquet' ? await parquetBytes(table) : csvText(table);
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
  outputError(file, words().cli.sweep.unwritable(whyNot(caught)), words().cli.sweep.writable);

const outputError = (file: string, message: string, expected: string): UserError => ({
  ...{ file, line: null, column: null, path: '' },
  ...{ message, expected, nearest: null },
});
