import type { Dimension } from '../units';
import {
  compileExpression,
  fail,
  ok,
  parseQuantity,
  type Result,
  steadyDigits,
  type UserError,
} from '../units';
import { words } from '../words';
import { hasExperts } from './expand-model';
import { errorAt } from './issues';
import type { Prepared } from './prepare';
import { VARIED, type VaryValues } from './schema/vary';
import { batchSequences, DEFAULT_SEQUENCE } from './training';

const units: Readonly<Partial<Record<Dimension, string>>> = {
  bandwidth: 'B/s',
  bytes: 'B',
  flops: 'FLOP/s',
};

export interface Vary {
  key: string;
  /** SI unit of the values; '' for counts. */
  unit: string;
  values: number[];
}

type Values = Result<number[]>;

/** The values that the scenario's `vary` asks for, in SI and in the order written; null where nothing varies. */
export function varyOf(prepared: Prepared): Result<Vary | null> {
  const given = Object.entries(prepared.flat.vary ?? {}).find(([, values]) => values !== undefined);
  if (!given?.[1]) return ok(null);
  const [key, spec] = given;
  const base = presentValue(prepared, key);
  if (base === null) {
    return fail(
      errorAt(prepared.written, ['vary', key], words().catalog.varyUnusable(key), null, null, true),
    );
  }
  const values = expand(spec, VARIED[key], base, prepared, key);
  return values.ok ? ok({ key, unit: units[VARIED[key]] ?? '', values: values.value }) : values;
}

/** What the input is in the scenario as written (of the first cluster, where clusters differ); SI. */
export function presentValue(prepared: Prepared, key: string): number | null {
  const { model, clusters } = prepared;
  const [cluster] = clusters;
  const { flat, chip } = cluster.system;
  const sequence = cluster.training.sequence ?? model.flat.training_sequence ?? DEFAULT_SEQUENCE;
  switch (key) {
    case 'experts':
    case 'top_k':
    case 'expert_ffn':
      return hasExperts(model.flat) ? (model.flat[key] ?? null) : null;
    case 'layers':
      return model.flat.pattern ? null : model.flat.layers;
    case 'chips':
      return cluster.flat.chips;
    case 'sequence':
      return sequence;
    case 'global_batch': {
      const batch = batchSequences(cluster.training.global_batch, sequence);
      return batch.ok ? batch.value : null;
    }
    case 'scale_up_bandwidth':
      return flat.scale_up.bandwidth;
    case 'scale_out_bandwidth':
      return flat.scale_out.bandwidth;
    case 'domain':
      return flat.scale_up.domain;
    case 'memory_bandwidth':
    case 'memory':
    case 'bf16':
      return chip.flat[key];
    default:
      return null;
  }
}

function expand(
  spec: VaryValues,
  dimension: Dimension,
  base: number,
  prepared: Prepared,
  key: string,
): Values {
  const path = ['vary', key];
  if (typeof spec === 'string') return listed([spec], [path], dimension, base, prepared);
  if (Array.isArray(spec)) {
    return listed(
      spec,
      spec.map((_, index) => [...path, index]),
      dimension,
      base,
      prepared,
    );
  }
  if ('expression' in spec) {
    return computed(spec.expression, spec.steps, dimension, base, prepared, [...path, 'expression']);
  }
  const ends = listed(
    [spec.from, spec.to],
    [
      [...path, 'from'],
      [...path, 'to'],
    ],
    dimension,
    base,
    prepared,
  );
  if (!ends.ok) return ends;
  const [from, to] = ends.value;
  const whole = dimension === 'count';
  const values = Array.from({ length: spec.steps }, (_, step) => {
    const share = step / (spec.steps - 1);
    if (step === spec.steps - 1) return to;
    const value =
      spec.scale === 'log' ? steadyDigits(from * (to / from) ** share) : from + (to - from) * share;
    return whole ? Math.round(value) : value;
  });
  return ok(whole ? [...new Set(values)] : values);
}

/** Each text is a quantity, or else an expression of `base`. */
function listed(
  texts: readonly (string | number)[],
  paths: readonly (string | number)[][],
  dimension: Dimension,
  base: number,
  prepared: Prepared,
): Values {
  const errors: UserError[] = [];
  const values = texts.map((text, index) => {
    const quantity = parseQuantity(text, dimension);
    if (quantity.ok && (dimension !== 'count' || Number.isInteger(quantity.value))) return quantity.value;
    const refuse = (message: string, expected: string | null, near: string | null) => {
      errors.push(errorAt(prepared.written, paths[index], message, expected, near));
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
function computed(
  text: string,
  steps: number,
  dimension: Dimension,
  base: number,
  prepared: Prepared,
  path: (string | number)[],
): Values {
  const expression = compileExpression(text, ['i', 'base']);
  if (!expression.ok) {
    const { message, expected, nearest } = expression;
    return fail(errorAt(prepared.written, path, message, expected, nearest));
  }
  const values = Array.from({ length: steps }, (_, i) => rounded(expression.value(i, base), dimension));
  const bad = values.findIndex((value) => !(value > 0 && Number.isFinite(value)));
  if (bad < 0) return ok(values);
  const message = words().catalog.varyNotFinite(text, bad);
  return fail(errorAt(prepared.written, path, message, words().units.expected[dimension]));
}

const rounded = (value: number, dimension: Dimension) => (dimension === 'count' ? Math.round(value) : value);
