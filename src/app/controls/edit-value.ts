import type { Json } from '../state/json';

/** A number stays a number in the scenario; anything else is text, for the engine to read or to refuse. */
export function entered(text: string): Json | undefined {
  const trimmed = text.trim();
  if (trimmed === '') return undefined;
  const plain = /^\d+(\.\d+)?$/.test(trimmed) ? Number(trimmed) : Number.NaN;
  return Number.isFinite(plain) && String(plain) === trimmed ? plain : text;
}
