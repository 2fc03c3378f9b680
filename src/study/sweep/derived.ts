import type { RowResult } from '../../catalog';
import { compileExpression } from '../../units';
import type { CaseReport } from '../types';

interface DerivedColumn {
  name: string;
  /** Of the row: a name that the expression may hold → its value. */
  of: (value: (name: string) => number) => number;
}

const HOURS_PER_DAY = 24;

const results: Readonly<
  Record<RowResult, (row: CaseReport, usdPerChipHour: number) => number | null | undefined>
> = {
  tokens_per_second: (row) => row.tokens_per_second,
  tokens_per_second_low80: (row) => row.interval80?.tokens_per_second[0],
  tokens_per_second_high80: (row) => row.interval80?.tokens_per_second[1],
  mfu: (row) => row.mfu,
  days: (row) => row.days,
  days_low80: (row) => row.interval80?.days[0],
  days_high80: (row) => row.interval80?.days[1],
  step_time_s: (row) => row.step_time_s,
  goodput: (row) => row.goodput,
  memory_bytes_per_chip: (row) => row.memory_bytes_per_chip,
  cost_usd: (row) => row.cost_usd,
  cost_usd_low80: (row) => row.interval80?.cost_usd[0],
  cost_usd_high80: (row) => row.interval80?.cost_usd[1],
  energy_j: (row) => row.energy_j,
  // US dollars per chip and day, so that days * chips * price is the cost.
  price: (_, usdPerChipHour) => usdPerChipHour * HOURS_PER_DAY,
};

/** What `name` is in a row's results; undefined where it is none of them. */
export function resultOf(name: string, row: CaseReport, usdPerChipHour: number): number | undefined {
  if (!Object.hasOwn(results, name)) return undefined;
  return results[name as RowResult](row, usdPerChipHour) ?? Number.NaN;
}

/** Compiles expressions that were checked when the scenario was loaded. */
export function derivedColumns(
  derived: readonly { name: string; expression: string }[],
  names: readonly string[],
): DerivedColumn[] {
  const known = [...names];
  return derived.map(({ name, expression }) => {
    const mentioned = new Set(expression.match(/[A-Za-z_]\w*/g));
    const used = known.filter((other) => mentioned.has(other));
    const compiled = compileExpression(expression, used);
    if (!compiled.ok) throw new Error(`${name}: ${compiled.message}`);
    known.push(name);
    return { name, of: (value) => compiled.value(...used.map(value)) };
  });
}
