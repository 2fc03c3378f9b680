/** What a JSON Schema allows at a place of a file. Alternatives are all offered; which of them is meant, the text will tell. */

export interface Schema {
  $ref?: string;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  properties?: { [key: string]: Schema };
  additionalProperties?: boolean | Schema;
  propertyNames?: Schema;
  items?: Schema;
  enum?: unknown[];
  const?: unknown;
  type?: string | string[];
  description?: string;
  required?: string[];
  definitions?: { [name: string]: Schema };
}

interface Allowed {
  keys: { name: string; about: string; required: boolean }[];
  values: string[];
}

/** Keys of a mapping and plain values that may stand at a path; zeros in it stand for any item of a list. */
export function allowedAt(root: Schema, path: readonly (string | number)[]): Allowed {
  let here = opened(root, root);
  for (const step of path) here = here.flatMap((schema) => below(root, schema, step));
  const keys = new Map<string, Allowed['keys'][number]>();
  const values = new Set<string>();
  for (const schema of here) {
    for (const [name, of] of Object.entries(schema.properties ?? {})) {
      const about = of.description ?? opened(root, of).find(({ description }) => description)?.description;
      const required = schema.required?.includes(name) ?? false;
      if (!keys.has(name) || about) keys.set(name, { name, about: about ?? '', required });
    }
    for (const name of schema.propertyNames?.enum ?? []) {
      keys.set(String(name), { name: String(name), about: '', required: false });
    }
    for (const value of [...(schema.enum ?? []), ...('const' in schema ? [schema.const] : [])]) {
      if (value !== null) values.add(String(value));
    }
    if ([schema.type].flat().includes('boolean')) for (const value of ['true', 'false']) values.add(value);
  }
  return { keys: [...keys.values()], values: [...values] };
}

/** A schema with its alternatives and references opened. */
function opened(root: Schema, schema: Schema, depth = 0): Schema[] {
  if (depth > 8) return [];
  const name = /^#\/definitions\/(.+)$/.exec(schema.$ref ?? '')?.[1];
  const target = name ? root.definitions?.[name] : undefined;
  const parts = [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])];
  return [
    schema,
    ...[...parts, ...(target ? [target] : [])].flatMap((part) => opened(root, part, depth + 1)),
  ];
}

function below(root: Schema, schema: Schema, step: string | number): Schema[] {
  const { properties, additionalProperties: others, items } = schema;
  if (typeof step === 'number') return items ? opened(root, items) : [];
  if (properties && Object.hasOwn(properties, step)) return opened(root, properties[step]);
  return typeof others === 'object' ? opened(root, others) : [];
}
