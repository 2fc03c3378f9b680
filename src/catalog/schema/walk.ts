import { z } from 'zod';
import type { Path } from '../yaml';

/** Strips what does not change the keys: defaults, optional, nullable, transforms. */
export function bare(schema: z.core.$ZodType): z.core.$ZodType {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault) {
    return bare(schema.unwrap());
  }
  return schema instanceof z.ZodPipe ? bare(schema.in) : schema;
}

/** The objects that may stand at `path` of a value of `schema`; a discriminated union is narrowed by the value. */
function objectsAt(schema: z.core.$ZodType, path: Path, value: unknown): z.ZodObject[] {
  const inner = bare(schema);
  if (inner instanceof z.ZodUnion) {
    const options = inner.options.flatMap((option) => objectsAt(option, path, value));
    const kind = (value as { kind?: unknown } | null)?.kind;
    const same = inner.options.filter((option) => kindOf(option) === kind && kind !== undefined);
    return same.length > 0 ? same.flatMap((option) => objectsAt(option, path, value)) : options;
  }
  if (path.length === 0) return inner instanceof z.ZodObject ? [inner] : [];
  const [head, ...rest] = path;
  const next = typeof value === 'object' && value !== null ? Reflect.get(value, head) : undefined;
  if (inner instanceof z.ZodObject) {
    const shape: Readonly<Record<string, z.core.$ZodType>> = inner.shape;
    return Object.hasOwn(shape, head) ? objectsAt(shape[String(head)], rest, next) : [];
  }
  if (inner instanceof z.ZodArray) return objectsAt(inner.element, rest, next);
  if (inner instanceof z.ZodRecord) return objectsAt(inner.valueType, rest, next);
  return [];
}

function kindOf(schema: z.core.$ZodType): unknown {
  const kind = schema instanceof z.ZodObject ? schema.shape.kind : undefined;
  return kind instanceof z.ZodLiteral ? [...kind.values][0] : undefined;
}

/** Keys that are allowed at `path` of `value`. */
export function keysAt(schema: z.core.$ZodType, path: Path, value: unknown): string[] {
  return [...new Set(objectsAt(schema, path, value).flatMap((object) => Object.keys(object.shape)))];
}
