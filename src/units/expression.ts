import { type Algebra, compileTree } from './expression-tree';
import { steadyDigits } from './steady';

/** Takes the values of the variables in the order in which their names were given. */
type Compiled = (...values: number[]) => number;

type CompiledExpression =
  | { ok: true; value: Compiled }
  | { ok: false; message: string; expected: string; nearest: string | null };

const numbers: Algebra<number> = {
  constant: (value) => value,
  negate: (a) => -a,
  operators: new Map([
    ['+', (a: number, b: number) => a + b],
    ['-', (a: number, b: number) => a - b],
    ['*', (a: number, b: number) => a * b],
    ['/', (a: number, b: number) => a / b],
    ['^', (a: number, b: number) => steadyDigits(a ** b)],
  ]),
  functions: new Map([
    ['min', { least: 1, most: 16, of: (args: number[]) => Math.min(...args) }],
    ['max', { least: 1, most: 16, of: (args: number[]) => Math.max(...args) }],
    ['sqrt', { least: 1, most: 1, of: (args: number[]) => Math.sqrt(args[0]) }],
    ['log2', { least: 1, most: 1, of: (args: number[]) => steadyDigits(Math.log2(args[0])) }],
    ['floor', { least: 1, most: 1, of: (args: number[]) => Math.floor(args[0]) }],
    ['ceil', { least: 1, most: 1, of: (args: number[]) => Math.ceil(args[0]) }],
    ['round', { least: 1, most: 1, of: (args: number[]) => Math.round(args[0]) }],
  ]),
};

/**
 * Turns `2 ^ n * 64` into a plain function of the named variables. Only numbers, those names, + - * / ^, parentheses
 * and min, max, sqrt, log2, floor, ceil, round are let through, and nothing of mathjs is called when it is evaluated.
 * Never throws; the result may be NaN or infinite (division by zero), which the caller checks.
 */
export function compileExpression(text: string, names: readonly string[]): CompiledExpression {
  const tree = compileTree(text, names, numbers);
  if (!tree.ok) return tree;
  const { value } = tree;
  return { ok: true, value: (...values) => value(values) };
}
