/** Data as text that differs wherever the data differ, unlike plain JSON; null for what is no plain data. */
export function exactText(data: unknown): string | null {
  let plain = true;
  const exact = (_: string, value: unknown): unknown => {
    if (value === undefined) return { undefined: true };
    if (typeof value === 'number' && !Number.isFinite(value)) return { number: String(value) };
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      const prototype: unknown = Object.getPrototypeOf(value);
      plain &&= prototype === Object.prototype || prototype === null;
    } else plain &&= typeof value !== 'bigint' && typeof value !== 'function' && typeof value !== 'symbol';
    return typeof value === 'bigint' ? String(value) : value;
  };
  try {
    const text = JSON.stringify(data, exact);
    return plain ? text : null;
  } catch {
    // A cycle: whoever reads the data finds out.
    return null;
  }
}
