import { entered } from '../../controls/edit-value';
import { isObject, type Json } from '../../state/json';

export const ENDS = ['low', 'central', 'high'] as const;
export type End = (typeof ENDS)[number];

/** What stands in the field of an end; a plain value is the central one. */
export function endText(value: Json | undefined, end: End): string {
  const held = isObject(value) ? value[end] : end === 'central' ? value : undefined;
  return typeof held === 'string' || typeof held === 'number' ? String(held) : '';
}

/** The estimate with one end as entered; a plain value becomes an estimate by its first bound. */
export function withEnd(value: Json | undefined, end: End, text: string): Json | undefined {
  const typed = entered(text);
  if (!isObject(value)) {
    if (end === 'central') return typed;
    if (typed === undefined) return value;
    const central = value ?? typed;
    return { low: central, central, high: central, [end]: typed };
  }
  const next = { ...value, [end]: typed ?? '' };
  const bounds = [next.low, next.high].filter((bound) => bound !== undefined && bound !== '');
  return bounds.length === 0 ? (next.central === '' ? undefined : next.central) : next;
}
