/** A report as JSON text: columns as arrays, numbers that are none as null. */
export const toJson = (report: unknown): string =>
  JSON.stringify(report, (_, value) => (isColumn(value) ? Array.from(value) : value), 2);

const isColumn = (value: unknown): value is Float64Array | Int32Array | Uint8Array =>
  ArrayBuffer.isView(value) && !(value instanceof DataView);
