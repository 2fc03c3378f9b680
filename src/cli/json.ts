/** A report as JSON text: columns as arrays, numbers that are none as null. */
export const toJson = (report: unknown): string =>
  JSON.stringify(report, (_, value) => (value instanceof Float64Array ? [...value] : value), 2);
