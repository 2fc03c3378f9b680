import { errorOf, fail, ok, type Result, type UserError } from '../../units';
import { words } from '../../words';
import { SHARD_HEAD, type Table } from './table';

/** A shard as it was read. */
export interface Part {
  file: string;
  /** With the columns of `SHARD_HEAD` in front. */
  table: Table;
}

const problem = (file: string, message: string): UserError =>
  errorOf(file, message, words().cli.merge.expected);

/** Does the table have the columns of a shard? */
export const isShard = ({ head }: Table): boolean => SHARD_HEAD.every((name, at) => head[at] === name);

/** The row numbers of a shard. */
export const rowNumbers = ({ rows }: Table): number[] => rows.map(([row]) => Number(row));

/**
 * Where each row of the whole table stands, as [part, place in it]. All parts have to be of one scenario and one version
 * of the program, and every row has to be there once.
 */
export function orderOfRows(parts: readonly Part[]): Result<[number, number][]> {
  const { merge: say } = words().cli;
  const stray = parts.filter(({ table }) => !isShard(table));
  if (stray.length > 0) return fail(...stray.map(({ file }) => problem(file, say.notShard)));
  const filled = parts.find(({ table }) => table.rows.length > 0);
  if (!filled) return fail(problem(parts[0].file, say.noRows));
  const [, total, scenario] = filled.table.rows[0].map(String);
  const head = filled.table.head.join('\n');
  const order = new Array<[number, number]>(Number(total));
  const errors: UserError[] = [];
  for (const [index, { file, table }] of parts.entries()) {
    const other = table.rows.some(([, rows, hash]) => String(rows) !== total || String(hash) !== scenario);
    if (other || table.head.join('\n') !== head) {
      errors.push(problem(file, say.otherScenario(filled.file)));
      continue;
    }
    for (const [at, row] of rowNumbers(table).entries()) {
      if (!(Number.isInteger(row) && row >= 0 && row < order.length))
        errors.push(problem(file, say.notShard));
      else if (order[row]) errors.push(problem(file, say.twice(row, parts[order[row][0]].file)));
      else order[row] = [index, at];
      if (errors.length > 0) break;
    }
  }
  if (errors.length > 0) return fail(...errors);
  const missing = Array.from(order, (place, row) => (place ? -1 : row)).filter((row) => row >= 0);
  if (missing.length > 0) return fail(problem(filled.file, say.missing(missing[0], missing.length)));
  return ok(order);
}

/** The whole table of its parts, without the columns of shards. */
export function mergedTable(parts: readonly Part[], order: readonly [number, number][]): Table {
  const skip = SHARD_HEAD.length;
  return {
    head: parts[0].table.head.slice(skip),
    rows: order.map(([part, at]) => parts[part].table.rows[at].slice(skip)),
  };
}
