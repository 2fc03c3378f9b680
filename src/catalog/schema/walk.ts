import { z } from 'zod';
import type { Path } from '../yaml';

/** Strips what does not change the keys: defaults, optional, nullable, transforms. */
export function bare(schema: z.core.$ZodType): z.core.$ZodType {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault) {
    return bare(schema.unwrap());
  }
  return schema instanceof z.ZodPipe ? bare(schema.in) : schema;
}

/** Keys that are allowed at `path` of `value`; a discriminated union is narrowed by the value. */
export const keysAt = (schema: z.core.$ZodType, path: Path, value: unknown): string[] => [
  ...new Set(allKeysAt(schema, path, value)),
];

function allKeysAt(schema: z.core.$ZodType, path: Path, value: unknown): string[] {
  const inner = bare(schema);
  if (inner instanceof z.ZodUnion) {
    const kind = (value as { kind?: unknown } | null)?.kind;
    const same = inner.options.filter((option) => kindOf(option) === kind && kind !== undefined);
    return (same.length > 0 ? same : inner.options).flatMap((option) => allKeysAt(option, path, value));
  }
  if (path.length === 0) {
    if (inner instanceof z.ZodObject) return Object.keys(inner.shape);
    const names = inner instanceof z.ZodRecord ? inner.keyType : null;
    return names instanceof z.ZodEnum ? names.options.map(String) : [];
  }
  const [head, ...rest] = path;
  const next = typeof value === 'object' && value !== null ? Reflect.get(value, head) : undefined;
  if (inner instanceof z.ZodObject) {
    const shape: Readonly<Record<string, z.core.$ZodType>> = inner.shape;
    return Object.hasOwn(shape, head) ? allKeysAt(shape[String(head)], rest, next) : [];
  }
  if (inner instanceof z.ZodArray) return allKeysAt(inner.element, rest, next);
  if (inner instanceof z.ZodRecord) return allKeysAt(inner.valueType, rest, next);
  return [];
}

function kindOf(schema: z.core.$ZodType): unknown {
  const kind = schema instanceof z.ZodObject ? schema.shape.kind : undefined;
  return kind instanceof z.ZodLiteral ? [...kind.values][0] : undefined;
}
