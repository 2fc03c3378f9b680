import { type Objective, openChoice } from '../study';
import { type Dimension, errorOf, fail, ok, parseQuantity, type Result, type UserError } from '../units';
import { words } from '../words';
import { answer, type CommonOptions } from './answer';
import { sourceOf } from './input';
import { reportProblems } from './problems';
import { searchText } from './view/search';

export interface SearchOptions extends CommonOptions {
  exhaustive?: true;
  top: number;
  objective: Objective;
  /** As written, with its unit. */
  deadline?: string;
  memoryMargin?: string;
  maxChips?: number;
  /** `any`, a name, or several with commas between them. */
  precision?: string;
  dispatcher?: string;
}

/** `search FILE`: the best plans, and how many were considered. */
export async function search(file: string, options: SearchOptions): Promise<number> {
  const source = sourceOf(file);
  const deadline = quantityOf('--deadline', options.deadline, 'seconds', (seconds) => seconds > 0);
  const margin = quantityOf(
    '--memory-margin',
    options.memoryMargin,
    'ratio',
    (share) => share >= 0 && share < 1,
  );
  const precision = chosen('precision', options.precision);
  const dispatcher = chosen('dispatcher', options.dispatcher);
  if (!source.ok || !deadline.ok || !margin.ok || !precision.ok || !dispatcher.ok) {
    return reportProblems(
      [source, deadline, margin, precision, dispatcher].flatMap((one) => (one.ok ? [] : one.errors)),
    );
  }
  const { exhaustive = false, top, objective, maxChips } = options;
  const unused = unusedOption(options);
  if (unused) return reportProblems([unused]);
  const task = {
    ...{ kind: 'search' as const, source: source.value, exhaustive, top, objective, pareto: true },
    ...{ deadlineSeconds: deadline.value, memoryMargin: margin.value ?? 0, mostChips: maxChips },
    ...{ precision: precision.value, dispatcher: dispatcher.value },
  };
  return answer(task, options, searchText);
}

/** Objectives that look for a size of the cluster, within a time where one is given. */
const SIZING: readonly Objective[] = ['cost', 'chips'];

/** An option that the objective has no use for: whoever gives it means another one. */
function unusedOption({ objective, deadline, maxChips }: SearchOptions): UserError | null {
  if (SIZING.includes(objective)) return null;
  const option = deadline !== undefined ? '--deadline' : maxChips !== undefined ? '--max-chips' : null;
  if (option === null) return null;
  const say = words().cli.search;
  return errorOf(option, say.unusedOption(objective), say.sizingObjective(SIZING));
}

/** What an option leaves open or fixes; undefined where it is not given. */
const chosen = <K extends 'precision' | 'dispatcher'>(kind: K, text: string | undefined) =>
  text === undefined ? ok(undefined) : openChoice(kind, `--${kind}`, text);

/** The quantity of an option in SI; null where it is not given. */
function quantityOf(
  option: string,
  text: string | undefined,
  dimension: Dimension,
  inRange: (value: number) => boolean,
): Result<number | null> {
  if (text === undefined) return ok(null);
  const quantity = parseQuantity(text, dimension);
  if (quantity.ok && inRange(quantity.value)) return ok(quantity.value);
  const say = words().cli.search;
  const message = quantity.ok ? say.outOfRange(text) : quantity.message;
  const expected = dimension === 'seconds' ? words().units.expected.seconds : say.marginRange;
  return fail(errorOf(option, message, expected, { nearest: quantity.ok ? null : quantity.nearest }));
}
