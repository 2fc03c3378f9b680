import { z } from 'zod';
import { planSchema } from './plan';
import { packages } from './quantity';
import type { Reference } from './reference';
import { runSchema } from './run';
import { studySchema } from './study';
import { trainingSchema } from './training';
import { varySchema } from './vary';

/** A question about clusters. The one source of types, checks, defaults and the published JSON Schema. */
export const scenarioSchemaWith = (reference: Reference) =>
  z.strictObject({
    version: z.literal(1).default(1),
    question: z.string().min(1).max(1000),
    model: reference('models').describe('A catalog id, a model in place, or {base: id, …changes}'),
    training: trainingSchema.default({}),
    clusters: z
      .array(
        z.strictObject({
          name: z.string().min(1).max(100),
          system: reference('systems').describe('A catalog id, or {base: id, …changes}'),
          chips: packages().describe('Packages in the cluster'),
          stack: reference('stacks').describe('A catalog id, or {base: id, switches: …, constants: …}'),
          training: trainingSchema.default({}),
          plan: planSchema.optional(),
          model: reference('models').optional().describe('Where this cluster trains another model'),
          run: runSchema.default({}),
        }),
      )
      .min(1)
      .max(8),
    plan: planSchema.default('auto'),
    run: runSchema.default({}),
    vary: varySchema.optional(),
    study: studySchema.optional(),
  });
export type FlatScenario = z.output<ReturnType<typeof scenarioSchemaWith>>;
export type FlatCluster = FlatScenario['clusters'][number];
