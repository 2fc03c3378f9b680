import type { ConstantNode, FunctionNode, MathNode, OperatorNode, ParenthesisNode, SymbolNode } from 'mathjs';
import { words } from '../words';
import { math } from './math';
import { nearest } from './nearest';
import { steadyDigits } from './steady';

export const EXPRESSION_LENGTH = 500;
export const EXPRESSION_DEPTH = 32;

/** Takes the values of the variables in the order in which their names were given. */
export type Compiled = (...values: number[]) => number;

export type CompiledExpression =
  | { ok: true; value: Compiled }
  | { ok: false; message: string; expected: string; nearest: string | null };

type Closure = (values: readonly number[]) => number;
type Refusal = { message: string; nearest: string | null };

const functions: ReadonlyMap<string, { least: number; most: number; of: (args: number[]) => number }> =
  new Map([
    ['min', { least: 1, most: 16, of: (args: number[]) => Math.min(...args) }],
    ['max', { least: 1, most: 16, of: (args: number[]) => Math.max(...args) }],
    ['sqrt', { least: 1, most: 1, of: (args: number[]) => Math.sqrt(args[0]) }],
    ['log2', { least: 1, most: 1, of: (args: number[]) => steadyDigits(Math.log2(args[0])) }],
    ['floor', { least: 1, most: 1, of: (args: number[]) => Math.floor(args[0]) }],
    ['ceil', { least: 1, most: 1, of: (args: number[]) => Math.ceil(args[0]) }],
    ['round', { least: 1, most: 1, of: (args: number[]) => Math.round(args[0]) }],
  ]);

const operators: ReadonlyMap<string, (a: number, b: number) => number> = new Map([
  ['+', (a: number, b: number) => a + b],
  ['-', (a: number, b: number) => a - b],
  ['*', (a: number, b: number) => a * b],
  ['/', (a: number, b: number) => a / b],
  ['^', (a: number, b: number) => steadyDigits(a ** b)],
]);

/**
 * Turns `2 ^ n * 64` into a plain function of the named variables. Only numbers, those names, + - * / ^, parentheses
 * and min, max, sqrt, log2, floor, ceil, round are let through, and nothing of mathjs is called when it is evaluated.
 * Never throws; the result may be NaN or infinite (division by zero), which the caller checks.
 */
export function compileExpression(text: string, names: readonly string[]): CompiledExpression {
  const say = words().units;
  const refuse = ({ message, nearest: near }: Refusal): CompiledExpression => ({
    ok: false,
    message,
    expected: say.expressionParts([...names], [...functions.keys()]),
    nearest: near,
  });
  if (text.length > EXPRESSION_LENGTH)
    return refuse({ message: say.tooLong(EXPRESSION_LENGTH), nearest: null });
  if (bracketDepth(text) > EXPRESSION_DEPTH) {
    return refuse({ message: say.tooDeep(EXPRESSION_DEPTH), nearest: null });
  }
  let tree: MathNode;
  try {
    tree = math().parse(text);
  } catch {
    return refuse({ message: say.notAnExpression(text), nearest: null });
  }
  const built = build(tree, names, EXPRESSION_DEPTH);
  return typeof built === 'function' ? { ok: true, value: (...values) => built(values) } : refuse(built);
}

/** Checked before parsing: the parser itself recurses some twenty frames per bracket. */
function bracketDepth(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (const letter of text) {
    if ('([{'.includes(letter)) depth += 1;
    if (')]}'.includes(letter)) depth -= 1;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

function build(node: MathNode, names: readonly string[], depth: number): Closure | Refusal {
  const say = words().units;
  if (depth <= 0) return { message: say.tooDeep(EXPRESSION_DEPTH), nearest: null };
  switch (node.type) {
    case 'ConstantNode':
      return constant(node as ConstantNode);
    case 'SymbolNode':
      return variable((node as SymbolNode).name, names);
    case 'ParenthesisNode':
      return build((node as ParenthesisNode).content, names, depth - 1);
    case 'OperatorNode':
      return operation(node as OperatorNode, names, depth);
    case 'FunctionNode':
      return call(node as FunctionNode, names, depth);
    default:
      return { message: say.notAllowed(node.type.replace(/Node$/, '').toLowerCase()), nearest: null };
  }
}

function constant(node: ConstantNode): Closure | Refusal {
  const value: unknown = node.value;
  if (typeof value !== 'number' || !Number.isFinite(value)) {
    return { message: words().units.notAllowed(String(value)), nearest: null };
  }
  return () => value;
}

function variable(name: string, names: readonly string[]): Closure | Refusal {
  const index = names.indexOf(name);
  if (index >= 0) return (values) => values[index];
  const near = nearest(name, [...names, ...functions.keys()]);
  return { message: words().units.unknownName(name, near), nearest: near };
}

function operation(node: OperatorNode, names: readonly string[], depth: number): Closure | Refusal {
  const parts = all(node.args, names, depth);
  if (!Array.isArray(parts)) return parts;
  const [first, second] = parts;
  if (parts.length === 1 && node.op === '-') return (values) => -first(values);
  if (parts.length === 1 && node.op === '+') return first;
  const operator = operators.get(node.op);
  if (parts.length !== 2 || !operator) return { message: words().units.notAllowed(node.op), nearest: null };
  return (values) => operator(first(values), second(values));
}

function call(node: FunctionNode, names: readonly string[], depth: number): Closure | Refusal {
  const say = words().units;
  const callee: MathNode = node.fn;
  if (callee.type !== 'SymbolNode') return { message: say.notAllowed('call'), nearest: null };
  const { name } = callee as SymbolNode;
  const known = functions.get(name);
  if (!known) {
    const near = nearest(name, [...functions.keys()]);
    return { message: say.unknownName(name, near), nearest: near };
  }
  if (node.args.length < known.least || node.args.length > known.most) {
    return { message: say.argumentCount(name, known.least, known.most), nearest: null };
  }
  const parts = all(node.args, names, depth);
  if (!Array.isArray(parts)) return parts;
  return (values) => known.of(parts.map((part) => part(values)));
}

function all(nodes: MathNode[], names: readonly string[], depth: number): Closure[] | Refusal {
  const parts: Closure[] = [];
  for (const node of nodes) {
    const built = build(node, names, depth - 1);
    if (typeof built !== 'function') return built;
    parts.push(built);
  }
  return parts;
}
