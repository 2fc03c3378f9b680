import { z } from 'zod';
import { chipSchema } from './schema/chip';
import { modelSchema } from './schema/model';
import type { Reference, ReferenceValue } from './schema/reference';
import { scenarioSchemaWith } from './schema/scenario';
import { stackSchema } from './schema/stack';
import { systemSchemaWith } from './schema/system';
import { bare } from './schema/walk';

/** The same keys, none of them needed: what may stand beside `base`. */
function changes(schema: z.core.$ZodType): z.core.$ZodType {
  const inner = bare(schema);
  if (inner instanceof z.ZodObject) {
    const shape: Readonly<Record<string, z.core.$ZodType>> = inner.shape;
    const partial = Object.entries(shape).map(([key, value]) => [
      key,
      described(z.optional(changes(value)), value),
    ]);
    const object = z.strictObject(Object.fromEntries(partial));
    return schema instanceof z.ZodNullable || isNullable(schema) ? z.nullable(object) : object;
  }
  if (inner instanceof z.ZodUnion && inner.options.every((option) => option instanceof z.ZodObject)) {
    return z.union(inner.options.map((option) => changes(option)));
  }
  return schema;
}

const isNullable = (schema: z.core.$ZodType): boolean => z.safeParse(schema, null).success;

function described(schema: z.ZodType, like: z.core.$ZodType): z.ZodType {
  const description = z.globalRegistry.get(like)?.description;
  return description ? schema.describe(description) : schema;
}

const published: Reference = (kind) => {
  const schema = {
    chips: chipSchema,
    systems: kind === 'systems' ? systemSchemaWith(published) : null,
    models: modelSchema,
    stacks: stackSchema,
  }[kind];
  if (!schema) throw new Error(`no schema of ${kind}`);
  const changed = changes(schema) as z.ZodObject;
  return z.union([z.string(), changed.extend({ base: z.string().optional() })]) as unknown as z.ZodType<
    ReferenceValue,
    ReferenceValue
  >;
};

/** The JSON Schema (draft 7) of a scenario file, for editors; generated from the schema that files are checked by. */
export function scenarioJsonSchema(): Record<string, unknown> {
  const schema = z.toJSONSchema(scenarioSchemaWith(published), {
    target: 'draft-7',
    io: 'input',
    override: ({ jsonSchema }) => {
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
      if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
    },
  });
  return { ...schema, title: 'moe-capacity scenario' };
}
