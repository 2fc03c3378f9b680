import { isText, type Table } from './table';

/** The table as a Parquet file: DOUBLE columns, and STRING ones for names. */
export async function parquetBytes({ head, rows }: Table): Promise<Uint8Array> {
  const { parquetWriteBuffer } = await import('hyparquet-writer');
  const columnData = head.map((name, at) => {
    const cells = rows.map((row) => row[at]);
    if (isText(name) || cells.some((cell) => typeof cell === 'string' && !isNumber(cell))) {
      const data = cells.map((cell) => (cell === null ? null : String(cell)));
      return { name, data, type: 'STRING' as const, nullable: true };
    }
    const data = cells.map((cell) => (cell === null ? null : Number(cell)));
    return { name, data, type: 'DOUBLE' as const, nullable: true };
  });
  return new Uint8Array(parquetWriteBuffer({ columnData, createdBy: 'moe-capacity' }));
}

const isNumber = (text: string): boolean => text !== '' && String(Number(text)) === text;

/** Reads such a file; null where it is none. */
export async function parquetTable(bytes: Uint8Array): Promise<Table | null> {
  const { parquetMetadataAsync, parquetReadObjects } = await import('hyparquet');
  const file = bytes.slice().buffer;
  try {
    const { schema } = await parquetMetadataAsync(file);
    const head = schema.slice(1).map(({ name }) => name);
    const objects = await parquetReadObjects({ file });
    const cell = (value: unknown) => (typeof value === 'number' || typeof value === 'string' ? value : null);
    return { head, rows: objects.map((object) => head.map((name) => cell(object[name]))) };
  } catch {
    return null;
  }
}
