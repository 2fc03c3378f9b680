import type { Dimension } from '../../units';
import {
  compileExpression,
  fail,
  ok,
  parseQuantity,
  type Result,
  steadyDigits,
  type UserError,
} from '../../units';
import { words } from '../../words';
import { errorAt } from '../issues';
import type { VaryValues } from '../schema/vary';
import type { Path, Written } from '../yaml';

type Values = Result<number[]>;

/** Where and what a varied input is: its dimension, present value (SI) and place in the file. */
export interface Input {
  dimension: Dimension;
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
  return ok(input.dimension === 'count' ? [...new Set(values)] : values);
}

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
  const { path, dimension } = input;
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
  return ok((share) => {
    if (share === 1) return to;
    const value = scale === 'log' ? steadyDigits(from * (to / from) ** share) : from + (to - from) * share;
    return dimension === 'count' ? Math.round(value) : value;
  });
}

/** Each text is a quantity, or else an expression of `base`. */
function listed(
  texts: readonly (string | number)[],
  paths: readonly Path[],
  { dimension, base, written }: Input,
): Values {
  const errors: UserError[] = [];
  const values = texts.map((text, index) => {
    const quantity = parseQuantity(text, dimension);
    if (quantity.ok && (dimension !== 'count' || Number.isInteger(quantity.value))) return quantity.value;
    const refuse = (message: string, expected: string | null, near: string | null) => {
      errors.push(errorAt(written, paths[index], message, expected, near));
      return Number.NaN;
    };
    if (quantity.ok)
      return refuse(words().catalog.notWhole(quantity.value), words().units.expected.count, null);
    if (typeof text === 'number' || !/[a-z]|[+*/^(]/i.test(text)) {
      return refuse(quantity.message, quantity.expected, quantity.nearest);
    }
    const expression = compileExpression(text, ['base']);
    if (!expression.ok) return refuse(quantity.message, quantity.expected, quantity.nearest);
    const value = rounded(expression.value(base), dimension);
    return value > 0 && Number.isFinite(value)
      ? value
      : refuse(words().catalog.varyNotFinite(text, index), quantity.expected, null);
  });
  return errors.length > 0 ? fail(...errors) : ok(values);
}

/** One value for each i = 0, 1, … of an expression of `i` and `base`. */
function computed(text: string, steps: number, { dimension, base, written, path: outer }: Input): Values {
  const path = [...outer, 'expression'];
  const expression = compileExpression(text, ['i', 'base']);
  if (!expression.ok) {
    const { message, expected, nearest } = expression;
    return fail(errorAt(written, path, message, expected, nearest));
  }
  const values = Array.from({ length: steps }, (_, i) => rounded(expression.value(i, base), dimension));
  const bad = values.findIndex((value) => !(value > 0 && Number.isFinite(value)));
  if (bad < 0) return ok(values);
  const message = words().catalog.varyNotFinite(text, bad);
  return fail(errorAt(written, path, message, words().units.expected[dimension]));
}

const rounded = (value: number, dimension: Dimension) => (dimension === 'count' ? Math.round(value) : value);
