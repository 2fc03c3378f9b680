import type { Json, JsonObject } from '../../state/json';
import { isObject } from '../../state/json';

/** Values to vary over, as a text that `readValues` reads back. */
export function writtenValues(values: Json | undefined): string {
  if (Array.isArray(values)) return values.map(String).join(', ');
  if (!isObject(values)) return values === undefined || values === null ? '' : String(values);
  if ('expression' in values) return `${values.expression} in ${values.steps}`;
  const { from, to, steps, scale } = values as JsonObject;
  return `${from} to ${to} in ${steps}${scale === 'log' ? ' log' : ''}`;
}

/** A list, a range, or an expression of base and i; what is none of them is left for the engine to refuse in words. */
export function readValues(entered: string): Json {
  const range = /^\s*(.+?)\s+to\s+(.+?)\s+in\s+(\d+)(\s+log)?\s*$/.exec(entered);
  if (range) {
    const [, from, to, steps, log] = range;
    return { from: value(from), to: value(to), steps: Number(steps), ...(log ? { scale: 'log' } : {}) };
  }
  const expression = /^\s*(.*\b(?:base|i)\b.*?)\s+in\s+(\d+)\s*$/.exec(entered);
  if (expression) return { expression: expression[1], steps: Number(expression[2]) };
  return entered.split(',').map((part) => value(part.trim()));
}

const value = (text: string): Json => {
  const plain = text.trim();
  return /^\d+(\.\d+)?$/.test(plain) ? Number(plain) : plain;
};
