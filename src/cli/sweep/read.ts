import { existsSync, readFileSync } from 'node:fs';
import type { Shard, VaryReport } from '../../study';
import { errorOf, fail, ok, type Result } from '../../units';
import { words } from '../../words';
import { MAX_DATA_BYTES, readBytes } from '../input';
import { csvTable } from './csv';
import { formatOf } from './output';
import { parquetTable } from './parquet';
import { isShard, type Part, rowNumbers } from './parts';
import { tableOf } from './table';

/** A shard with, if it was JSON, its report. */
export interface ReadPart extends Part {
  report: (VaryReport & { scenario: string }) | null;
}

/** Reads a shard in the format of its name. */
export async function readPart(file: string): Promise<Result<ReadPart>> {
  const bytes = readBytes(file, MAX_DATA_BYTES);
  if (!bytes.ok) return bytes;
  const part = await partOf(file, bytes.value);
  if (part && isShard(part.table)) return ok(part);
  const { notShard, expected } = words().cli.merge;
  return fail(errorOf(file, notShard, expected));
}

async function partOf(file: string, bytes: Uint8Array): Promise<ReadPart | null> {
  const format = formatOf(file);
  if (format === 'json') {
    const report = reportOf(new TextDecoder().decode(bytes));
    return report && { file, table: tableOf(report, report.scenario), report };
  }
  const table = format === 'parquet' ? await parquetTable(bytes) : csvTable(new TextDecoder().decode(bytes));
  return table && { file, table, report: null };
}

/** A report that `sweep --shard --out F.json` wrote, its columns as numbers again; null where it is none. */
function reportOf(text: string): ReadPart['report'] {
  try {
    const report = JSON.parse(text);
    const columns = (given: Record<string, (number | null)[]>) =>
      Object.fromEntries(
        Object.entries(given).map(([name, values]) => [
          name,
          Float64Array.from(values, (value) => value ?? Number.NaN),
        ]),
      );
    if (typeof report.scenario !== 'string' || !Array.isArray(report.axes)) return null;
    return {
      ...report,
      columns: columns(report.columns),
      inputs: columns(report.inputs),
      derived: columns(report.derived),
    };
  } catch {
    return null;
  }
}

/** Does the file hold all rows of the shard already? A job that is started again has then nothing to do. */
export async function isFinished(file: string, { index, of }: Shard, scenario: string): Promise<boolean> {
  if (!existsSync(file)) return false;
  const part = await partOf(file, readFileSync(file));
  if (!part || !isShard(part.table) || part.table.rows.length === 0) return false;
  const [, rows] = part.table.rows[0];
  const own = new Set(rowNumbers(part.table));
  return (
    part.table.rows.every(([, , hash]) => String(hash) === scenario) &&
    own.size === Math.ceil((Number(rows) - index) / of) &&
    [...own].every((row) => row % of === index)
  );
}
