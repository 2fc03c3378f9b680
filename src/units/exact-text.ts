/** Deeper than anything that is read: beyond it a cycle is likely, and JSON finds out. */
const DEEPEST = 64;

const ODD = 0;
/** Plain data with values that JSON leaves out or cannot tell apart; without such. */
const PLAIN = 1;
const SIMPLE = 2;

function kindOf(data: unknown, depth = 0): number {
  switch (typeof data) {
    case 'string':
    case 'boolean':
      return SIMPLE;
    case 'number':
      return Number.isFinite(data) ? SIMPLE : PLAIN;
    case 'undefined':
      return PLAIN;
    case 'object':
      return data === null ? SIMPLE : depth > DEEPEST ? PLAIN : kindOfAll(data, depth + 1);
    default:
      return ODD;
  }
}

function kindOfAll(data: object, depth: number): number {
  let kind = SIMPLE;
  if (Array.isArray(data)) {
    for (let i = 0; i < data.length && kind !== ODD; i++) kind = Math.min(kind, kindOf(data[i], depth));
    return kind;
  }
  const prototype: unknown = Object.getPrototypeOf(data);
  if (prototype !== Object.prototype && prototype !== null) return ODD;
  for (const key in data) {
    kind = Math.min(kind, kindOf((data as Record<string, unknown>)[key], depth));
    if (kind === ODD) break;
  }
  return kind;
}

const marked = (_: string, value: unknown): unknown => {
  if (value === undefined) return { undefined: true };
  return typeof value === 'number' && !Number.isFinite(value) ? { number: String(value) } : value;
};

/** Data as text that differs wherever the data differ, unlike plain JSON; null for what is no plain data. */
export function exactText(data: unknown): string | null {
  const kind = kindOf(data);
  if (kind === ODD) return null;
  try {
    // Asking for each value by itself takes several times as long.
    return kind === SIMPLE ? JSON.stringify(data) : JSON.stringify(data, marked);
  } catch {
    // A cycle: whoever reads the data finds out.
    return null;
  }
}
