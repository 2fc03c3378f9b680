import { z } from 'zod';
import { DOMAIN_KEYS } from '../../search';
import { DISPATCHERS, OPTIMIZERS, PRECISIONS, RECOMPUTE_PARTS, ROUTINGS, SCHEDULES } from '../../step';
import { words } from '../../words';
import { count, quantity, share } from './quantity';
import type { Reference } from './reference';
import { studySchema } from './study';
import { varySchema } from './vary';

/** One name, or several among which the search chooses: a list, or `any`. */
const openOr = <const T extends readonly string[]>(names: T) =>
  z.union([z.enum([...names, 'any']), z.array(z.enum(names)).min(1).max(8)], {
    error: () => words().catalog.openForms(names),
  });

/** Each key may be given for all clusters or for one; what is not given gets its default when it is resolved. */
const trainingSchema = z
  .strictObject({
    tokens: quantity('tokens').optional().describe('Tokens of the whole run, such as 28.5T'),
    sequence: count(1, 1e9).optional().describe('Tokens per sequence'),
    global_batch: z
      .union([z.string(), z.number()])
      .optional()
      .describe('Per optimizer step: 7680 sequences, 31.5M tokens, or a plain count of sequences'),
    precision: openOr([...PRECISIONS, 'fp8'])
      .optional()
      .describe(
        'fp8: the recipe that the stack uses on the chip; a list: the search chooses; any: among bf16 and that recipe',
      ),
    optimizer: z.enum(OPTIMIZERS).optional(),
    routing: z
      .enum(ROUTINGS)
      .optional()
      .describe(
        'How evenly tokens reach the experts; balanced and round-robin (in turn, to neighbours) are forced by benchmarks',
      ),
    stages: z
      .array(
        z.strictObject({
          name: z.string().max(100),
          tokens: share(0.0001, 0.9999).describe('Share of all tokens'),
          sequence: count(1, 1e9).optional(),
          global_batch: z.union([z.string(), z.number()]).optional(),
        }),
      )
      .max(8)
      .optional()
      .describe('Parts of the run with another batch or sequence, such as a ramp or a longer context'),
    capacity_factor: quantity('ratio').nullable().optional().describe('Token-drop capacity; null = dropless'),
  })
  .meta({ id: 'training' });
export type FlatTraining = z.output<typeof trainingSchema>;

const bound = (least: number, most: number) =>
  z.union(
    [
      z.int().min(least).max(most),
      z.strictObject({
        min: z.int().min(least).max(most).optional(),
        max: z.int().min(least).max(most).optional(),
      }),
    ],
    { error: () => words().catalog.planBound(least, most) },
  );

const ways = bound(1, 1_000_000).meta({ id: 'degree' }).optional();

const recomputeSchema = z.string().superRefine((value, context) => {
  const parts: readonly string[] = RECOMPUTE_PARTS;
  if (value === 'none' || value === 'full' || value.split('+').every((part) => parts.includes(part))) return;
  const say = words().catalog;
  const wrong = value.split('+').find((part) => !parts.includes(part)) ?? value;
  context.addIssue({
    code: 'custom',
    message: say.notOneOf(wrong, null),
    params: { expected: say.oneOf(['none', 'full', ...parts]), choices: ['none', 'full', ...parts], wrong },
  });
});

const planSchema = z
  .union(
    [
      z.literal('auto'),
      z.strictObject({
        tp: ways,
        pp: ways,
        vpp: ways,
        ep: ways,
        etp: ways,
        cp: ways,
        dp: ways,
        micro_batch: ways,
        zero: bound(0, 3).optional(),
        schedule: z.enum(SCHEDULES).optional(),
        in_domain: z
          .array(z.enum(DOMAIN_KEYS))
          .max(4)
          .optional()
          .describe('Groups that stay inside one scale-up domain; an expert group is ep times etp ranks'),
        dispatcher: openOr(DISPATCHERS)
          .optional()
          .describe(
            'How tokens reach experts, instead of what the stack does; a list: the search chooses; any: among those that the stack offers',
          ),
        recompute: recomputeSchema.optional().describe('none, full, or parts joined by +, such as norm+act'),
      }),
    ],
    { error: () => words().catalog.planForms },
  )
  .meta({ id: 'plan' });
export type FlatPlan = z.output<typeof planSchema>;

const runSchema = z.strictObject({
  failures_per_1000_node_days: quantity('ratio', 'not-negative').optional(),
  restart: quantity('seconds', 'not-negative').optional(),
  checkpoint_blocking: quantity('seconds', 'not-negative').optional(),
  other_loss: share(0, 0.99).optional(),
  power_draw: share(0.01, 1).optional(),
  pue: share(1, 5).optional(),
  network_power: quantity('watts', 'not-negative')
    .optional()
    .describe('Scale-out switches and optics, per chip'),
  kg_co2_per_kwh: quantity('ratio', 'not-negative').optional(),
  repair: quantity('seconds', 'not-negative').optional().describe('Until a failed node is back'),
  spares: share(0, 1)
    .optional()
    .describe(
      'Chips that stand by, as a share of those at work; as failures and repairs ask where not given',
    ),
  usd_per_kwh: quantity('ratio', 'not-negative')
    .optional()
    .describe('Price of electricity, a part of what owned chips cost'),
  cost: z.enum(['rent', 'capital']).optional().describe('Rented where a rent is known, where not given'),
  usd_per_chip_hour: quantity('usd-per-hour', 'not-negative').optional(),
});
export type FlatRun = z.output<typeof runSchema>;

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
          chips: count(1, 1e8).describe('Packages in the cluster'),
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
