import { extname } from 'node:path';
import { errorOf, type UserError } from '../../units';
import { words } from '../../words';
import { fileProblem, writeOutput } from '../output-file';
import { csvText } from './csv';
import { parquetBytes } from './parquet';
import type { Table } from './table';

const FORMATS = ['csv', 'parquet', 'json'] as const;
type Format = (typeof FORMATS)[number];

/** The format that a file's name asks for; null where the program does not write it. */
export function formatOf(file: string): Format | null {
  const ending = extname(file).slice(1).toLowerCase();
  return FORMATS.find((format) => format === ending) ?? null;
}

/** Why a table cannot be written there; found before hours of work, not after them. */
export function outputProblem(file: string): UserError | null {
  const { sweep: say } = words().cli;
  return formatOf(file) === null ? errorOf(file, say.noFormat, say.formats) : fileProblem(file);
}

/** Writes the table, or `json` as it is, in the format of the file's name; a reader never sees half a file. */
export async function writeTable(file: string, table: Table, json: string): Promise<UserError | null> {
  const format = formatOf(file);
  const content =
    format === 'json' ? json : format === 'parquet' ? await parquetBytes(table) : csvText(table);
  return writeOutput(file, content);
}
