import {
  compileExpression,
  type Dimension,
  fail,
  ok,
  parseQuantity,
  type Result,
  steadyDigits,
  type UserError,
} from '../../units';
import { words } from '../../words';
import { errorAt } from '../issues';
import { beyond, type Limits } from '../schema/quantity';
import type { VaryValues } from '../schema/vary';
import type { Path, Written } from '../yaml';

type Values = Result<number[]>;

/** Where and what a varied input is: its dimension, what it may be, present value (SI) and place in the file. */
export interface Input {
  dimension: Dimension;
  limits: Limits;
  base: number;
  written: Written;
  path: Path;
}

/** The values that are asked for, in SI and in the order written. */
export function gridValues(spec: VaryValues, input: Input): Values {
  if (!isRange(spec)) return named(spec, input);
  const { steps } = spec;
  if (steps === undefined) {
    return fail(
      errorAt(input.written, [...input.path, 'from'], words().catalog.varySteps, words().catalog.varyForms),
    );
  }
  const between = rangeOf(spec, input);
  if (!between.ok) return between;
  const values = Array.from({ length: steps }, (_, step) => between.value(step / (steps - 1)));
  return ok(input.limits.whole ? [...new Set(values)] : values);
}

/** Steps of a range of whole numbers that gave no value of their own. */
export const repeatedSteps = (spec: VaryValues, values: readonly number[]): number =>
  isRange(spec) ? (spec.steps ?? values.length) - values.length : 0;

/** One value for each of `places` in [0, 1): of a range any value, of a list one of its own. */
export function sampledValues(spec: VaryValues, places: Float64Array, input: Input): Values {
  if (isRange(spec)) {
    const between = rangeOf(spec, input);
    return between.ok ? ok(Array.from(places, between.value)) : between;
  }
  const list = named(spec, input);
  return list.ok
    ? ok(Array.from(places, (place) => list.value[Math.floor(place * list.value.length)]))
    : list;
}

type Range = Extract<VaryValues, { from: unknown }>;
const isRange = (spec: VaryValues): spec is Range => typeof spec === 'object' && 'from' in spec;

function named(spec: Exclude<VaryValues, Range>, input: Input): Values {
  const { path } = input;
  if (typeof spec === 'string') return listed([spec], [path], input);
  if ('expression' in spec) return computed(spec.expression, spec.steps, input);
  return listed(
    spec,
    spec.map((_, index) => [...path, index]),
    input,
  );
}

/** The value at a share of the way from one end of the range to the other. */
function rangeOf({ from: first, to: last, scale }: Range, input: Input): Result<(share: number) => number> {
  const { path, limits } = input;
  const ends = listed(
    [first, last],
    [
      [...path, 'from'],
      [...path, 'to'],
    ],
    input,
  );
  if (!ends.ok) return ends;
  const [from, to] = ends.value;
  if (scale === 'log' && Math.min(from, to) === 0) {
    const at = [...path, from === 0 ? 'from' : 'to'];
    return fail(errorAt(input.written, at, words().catalog.varyLogZero, words().catalog.varyLogEnds));
  }
  return ok((share) => {
    if (share === 1) return to;
    const value = scale === 'log' ? steadyDigits(from * (to / from) ** share) : from + (to - from) * share;
    return limits.whole ? Math.round(value) : value;
  });
}

/** Each text is a quantity, or else an expression of `base`. */
function listed(texts: readonly (string | number)[], paths: readonly Path[], input: Input): Values {
  const { dimension, limits, base, written } = input;
  const errors: UserError[] = [];
  const values = texts.map((text, index) => {
    const refuse = ({ message, expected, nearest = null }: Wrong) => {
      errors.push(errorAt(written, paths[index], message, expected, nearest));
      return Number.NaN;
    };
    const quantity = parseQuantity(text, dimension, limits.sign);
    if (quantity.ok) {
      const wrong = beyond(limits, quantity.value);
      return wrong ? refuse(wrong) : quantity.value;
    }
    if (typeof text === 'number' || !/[a-z]|[+*/^(]/i.test(text)) return refuse(quantity);
    const expression = compileExpression(text, ['base']);
    if (!expression.ok) return refuse(quantity);
    const value = rounded(expression.value(base), limits);
    const wrong = wrongResult(input, text, index, value);
    return wrong ? refuse(wrong) : value;
  });
  return errors.length > 0 ? fail(...errors) : ok(values);
}

/** One value for each i = 0, 1, … of an expression of `i` and `base`. */
function computed(text: string, steps: number, input: Input): Values {
  const { limits, base, written } = input;
  const path = [...input.path, 'expression'];
  const expression = compileExpression(text, ['i', 'base']);
  if (!expression.ok) {
    const { message, expected, nearest } = expression;
    return fail(errorAt(written, path, message, expected, nearest));
  }
  const values = Array.from({ length: steps }, (_, i) => rounded(expression.value(i, base), limits));
  for (const [index, value] of values.entries()) {
    const wrong = wrongResult(input, text, index, value);
    if (wrong) return fail(errorAt(written, path, wrong.message, wrong.expected));
  }
  return ok(values);
}

const rounded = (value: number, { whole }: Limits) => (whole ? Math.round(value) : value);

interface Wrong {
  message: string;
  expected: string | null;
  nearest?: string | null;
}

/** What is wrong with value number `index`, which the expression `text` came to; null where nothing is. */
function wrongResult({ dimension, limits }: Input, text: string, index: number, value: number): Wrong | null {
  const { catalog: say, units } = words();
  const expected = units.expected[dimension];
  if (!Number.isFinite(value)) return { message: say.varyNotFinite(text, index), expected };
  const { sign } = limits;
  const wrong =
    (sign === 'positive' && value <= 0) || (sign === 'not-negative' && value < 0)
      ? { message: units.tooSmall(units.show(value), sign), expected }
      : beyond(limits, value);
  return wrong && { ...wrong, message: say.varyValue(text, index, wrong.message) };
}
