/**
 * The buffers of a report's columns, to be moved across a border instead of copied. A view on a part of a buffer, such
 * as a slice of a table, is left out: the rest of the buffer belongs to somebody else.
 */
export function ownBuffers(value: unknown): ArrayBuffer[] {
  const found = new Set<ArrayBuffer>();
  collect(value, found);
  return [...found];
}

function collect(value: unknown, found: Set<ArrayBuffer>): void {
  if (typeof value !== 'object' || value === null) return;
  if (ArrayBuffer.isView(value)) {
    const whole = value.byteOffset === 0 && value.byteLength === value.buffer.byteLength;
    if (whole && value.buffer instanceof ArrayBuffer) found.add(value.buffer);
    return;
  }
  for (const child of Object.values(value)) collect(child, found);
}
