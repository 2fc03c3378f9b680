import type { ConstantNode, FunctionNode, MathNode, OperatorNode, ParenthesisNode, SymbolNode } from 'mathjs';
import { words } from '../words';
import { math } from './math';
import { nearest } from './nearest';

const EXPRESSION_LENGTH = 500;
const EXPRESSION_DEPTH = 32;

/** What expressions are computed in: plain numbers or intervals. */
export interface Algebra<T> {
  constant(value: number): T;
  negate(a: T): T;
  operators: ReadonlyMap<string, (a: T, b: T) => T>;
  functions: ReadonlyMap<string, { least: number; most: number; of: (args: T[]) => T }>;
}

export type CompiledTree<T> =
  | { ok: true; value: (values: readonly T[]) => T }
  | { ok: false; message: string; expected: string; nearest: string | null };

type Closure<T> = (values: readonly T[]) => T;
type Refusal = { message: string; nearest: string | null };

interface Scope<T> {
  names: readonly string[];
  algebra: Algebra<T>;
}

/**
 * Turns a text into a function of the named variables in an algebra. Only numbers, those names, the algebra's operators
 * and functions and parentheses are let through, and nothing of mathjs is called when it is evaluated. Never throws.
 */
export function compileTree<T>(text: string, names: readonly string[], algebra: Algebra<T>): CompiledTree<T> {
  const say = words().units;
  const refuse = ({ message, nearest: near }: Refusal): CompiledTree<T> => ({
    ok: false,
    message,
    expected: say.expressionParts([...names], [...algebra.functions.keys()]),
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
  const built = build(tree, { names, algebra }, EXPRESSION_DEPTH);
  return typeof built === 'function' ? { ok: true, value: built } : refuse(built);
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

function build<T>(node: MathNode, scope: Scope<T>, depth: number): Closure<T> | Refusal {
  const say = words().units;
  if (depth <= 0) return { message: say.tooDeep(EXPRESSION_DEPTH), nearest: null };
  switch (node.type) {
    case 'ConstantNode':
      return constant(node as ConstantNode, scope);
    case 'SymbolNode':
      return variable((node as SymbolNode).name, scope);
    case 'ParenthesisNode':
      return build((node as ParenthesisNode).content, scope, depth - 1);
    case 'OperatorNode':
      return operation(node as OperatorNode, scope, depth);
    case 'FunctionNode':
      return call(node as FunctionNode, scope, depth);
    default:
      return { message: say.notAllowed(node.type.replace(/Node$/, '').toLowerCase()), nearest: null };
  }
}

function constant<T>(node: ConstantNode, { algebra }: Scope<T>): Closure<T> | Refusal {
  const value: unknown = node.value;
  if (typeof value !== 'number' || !Number.isFinite(value)) {
    return { message: words().units.notAllowed(String(value)), nearest: null };
  }
  const made = algebra.constant(value);
  return () => made;
}

function variable<T>(name: string, { names, algebra }: Scope<T>): Closure<T> | Refusal {
  const index = names.indexOf(name);
  if (index >= 0) return (values) => values[index];
  const near = nearest(name, [...names, ...algebra.functions.keys()]);
  return { message: words().units.unknownName(name, near), nearest: near };
}

function operation<T>(node: OperatorNode, scope: Scope<T>, depth: number): Closure<T> | Refusal {
  const parts = all(node.args, scope, depth);
  if (!Array.isArray(parts)) return parts;
  const [first, second] = parts;
  const { operators, negate } = scope.algebra;
  if (parts.length === 1 && node.op === '-') return (values) => negate(first(values));
  if (parts.length === 1 && node.op === '+') return first;
  const operator = operators.get(node.op);
  if (parts.length !== 2 || !operator) return { message: words().units.notAllowed(node.op), nearest: null };
  return (values) => operator(first(values), second(values));
}

function call<T>(node: FunctionNode, scope: Scope<T>, depth: number): Closure<T> | Refusal {
  const say = words().units;
  const { functions } = scope.algebra;
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
  const parts = all(node.args, scope, depth);
  if (!Array.isArray(parts)) return parts;
  return (values) => known.of(parts.map((part) => part(values)));
}

function all<T>(nodes: MathNode[], scope: Scope<T>, depth: number): Closure<T>[] | Refusal {
  const parts: Closure<T>[] = [];
  for (const node of nodes) {
    const built = build(node, scope, depth - 1);
    if (typeof built !== 'function') return built;
    parts.push(built);
  }
  return parts;
}
