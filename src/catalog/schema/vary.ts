import { z } from 'zod';
import { words } from '../../words';
import { CHOSEN, VARIED, VARIED_CONSTANTS } from './varied';

const scalar = z.union([z.string(), z.number()]);

/** Most rows of one table: what a form, a link or a file may ask of a reader's machine. */
export const MOST_ROWS = 10_000;

const valuesSchema = z
  .union(
    [
      z.array(scalar).min(1).max(MOST_ROWS),
      z.strictObject({
        from: scalar,
        to: scalar,
        steps: z.int().min(2).max(MOST_ROWS).optional().describe('Not needed where values are sampled'),
        scale: z.enum(['log', 'linear']).default('linear'),
      }),
      z.strictObject({
        expression: z.string().describe('Of i = 0, 1, … and base, the present value in SI'),
        steps: z.int().min(1).max(MOST_ROWS),
      }),
      z.string(),
    ],
    { error: () => words().catalog.varyForms },
  )
  .meta({
    id: 'varied',
    description: 'A list, a range, or an expression of base (the present value in SI) and i',
  });
export type VaryValues = z.output<typeof valuesSchema>;

const choicesSchema = z
  .array(z.string())
  .min(1)
  .max(100)
  .meta({ id: 'choices', description: 'A list of names' });

const optionalOf = <T extends z.ZodType>(keys: readonly string[], schema: T) =>
  Object.fromEntries(keys.map((key) => [key, schema.optional()])) as Record<string, z.ZodOptional<T>>;

const inputs = {
  ...optionalOf(Object.keys(VARIED), valuesSchema),
  ...optionalOf(Object.keys(CHOSEN), choicesSchema),
};
const constantsSchema = z
  .strictObject(optionalOf(VARIED_CONSTANTS, valuesSchema))
  .describe('Constants of the physics, by name')
  .meta({ id: 'varied-constants' });

const clusterSchema = z
  .strictObject({ ...inputs, constants: constantsSchema.optional() })
  .meta({ id: 'varied-of-cluster' });

/** Inputs to vary, for all clusters or for one; every combination, or a sample of them. */
export const varySchema = z.strictObject({
  ...inputs,
  constants: constantsSchema.optional(),
  clusters: z
    .record(z.string(), clusterSchema)
    .optional()
    .describe('Inputs of single clusters, by the name of the cluster'),
  sampling: z
    .strictObject({
      latin_hypercube: z.int().min(1).max(MOST_ROWS).describe('Points, spread evenly over each input'),
      seed: z.int().min(0).max(0x7fffffff).default(1),
    })
    .optional()
    .describe('A sample instead of every combination'),
  derived: z
    .record(z.string(), z.string())
    .optional()
    .describe('Further columns, expressions of the row such as days * chips * price'),
});
export type FlatVary = z.output<typeof varySchema>;
