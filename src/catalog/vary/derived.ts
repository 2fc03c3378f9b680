import { compileExpression, fail, ok, type Result, type UserError } from '../../units';
import { words } from '../../words';
import { errorAt } from '../issues';
import { ROW_RESULTS, VARIED, VARIED_CONSTANTS } from '../schema/varied';
import type { VaryAxis } from '../types';
import type { Written } from '../yaml';

/** A column that follows from the others of its row. */
interface Derived {
  name: string;
  expression: string;
}

const MOST = 50;
/** Columns of a table that are no numbers or that belong to its plan. */
const RESERVED: readonly string[] = ['row', 'rows', 'scenario', 'cluster', 'bottleneck', 'vpp', 'etp', 'dp'];

/** Names that an expression may use: the row's inputs, what it came to, and derived columns written before it. */
export function rowNames(axes: readonly Pick<VaryAxis, 'key'>[]): string[] {
  const constants = axes.map(({ key }) => key).filter((key) => VARIED_CONSTANTS.some((name) => name === key));
  return [...new Set([...Object.keys(VARIED), ...constants, ...ROW_RESULTS])];
}

/** Checks the expressions of derived columns; `taken` are the names of columns that exist. */
export function derivedColumns(
  given: Readonly<Record<string, string>>,
  names: readonly string[],
  taken: readonly string[],
  written: Written,
): Result<Derived[]> {
  const say = words().catalog;
  const errors: UserError[] = [];
  const known = [...names];
  const all = Object.entries(given);
  if (all.length > MOST) return fail(errorAt(written, ['vary', 'derived'], say.tooMany(MOST), null));
  for (const [name, expression] of all) {
    const path = ['vary', 'derived', name];
    if (!/^[A-Za-z]\w{0,39}$/.test(name) || [...known, ...RESERVED].includes(name) || taken.includes(name)) {
      errors.push(errorAt(written, path, say.derivedName(name), say.derivedNameExpected, null, true));
      continue;
    }
    const compiled = compileExpression(expression, known);
    if (!compiled.ok)
      errors.push(errorAt(written, path, compiled.message, compiled.expected, compiled.nearest));
    known.push(name);
  }
  return errors.length > 0 ? fail(...errors) : ok(all.map(([name, expression]) => ({ name, expression })));
}
