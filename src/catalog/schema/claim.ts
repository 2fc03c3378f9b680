import { z } from 'zod';
import { RULE_VARIABLE_NAMES } from '../../hardware';
import { RESOURCES } from '../../step';
import { compileInterval } from '../../units';
import { words } from '../../words';
import { anyOf } from './condition';
import { count, quantity } from './quantity';
import { looseReference } from './reference';

const MODEL_FIGURES = [
  'total_parameters',
  'active_parameters',
  'counted_parameters',
  'counted_active_parameters',
  'training_tokens',
  'flops_per_token',
  'expert_bytes_per_token',
  'flops_per_expert_byte',
  'attention_layers',
  'linear_layers',
  'layers',
  'experts',
  'top_k',
  'shared_experts',
  'vision_parameters',
] as const;

const DEPLOYMENT_FIGURES = [
  'weight_bytes',
  'cache_bytes_per_token',
  'cache_bytes_per_sequence',
  'state_bytes_per_sequence',
  'total_bytes',
  'capacity_bytes',
  'fits',
  'sequences_most',
] as const;

const DECODE_FIGURES = [
  'tokens_per_second',
  'tokens_per_second_bound',
  'tokens_per_second_per_sequence',
  'step_time_s',
  'sequences',
] as const;

const TRAINING_FIGURES = [
  'feasible',
  'days',
  'cost_usd',
  'energy_j',
  'mfu',
  'tokens_per_second',
  'tokens_per_second_per_chip',
  'model_flops_per_chip',
  'memory_bytes_per_chip',
  'elasticity_flops',
  'elasticity_memory_bandwidth',
  'elasticity_scale_up_bandwidth',
  'elasticity_scale_out_bandwidth',
  'elasticity_network',
  'share_network',
  'share_bubble',
  'chips_within',
] as const;

const id = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/);

const reference = (kind: 'models' | 'systems' | 'stacks') => looseReference(kind);

const given = z
  .strictObject({
    id,
    kind: z.literal('given'),
    value: z.number(),
    low: z.number().optional(),
    high: z.number().optional(),
    unit: z.string().default(''),
    source: z.string().describe('Where the number stands'),
  })
  .refine(({ value, low = value, high = value }) => low <= value && value <= high, {
    error: () => words().catalog.valueBetween,
    path: ['value'],
  });

const ofModel = z.strictObject({
  id,
  kind: z.literal('model'),
  model: reference('models'),
  sequence: count().default(4096),
  take: z.enum(MODEL_FIGURES),
});

const ofChip = z.strictObject({
  id,
  kind: z.literal('chip'),
  chip: z.string(),
  take: z.enum(RULE_VARIABLE_NAMES),
});

const ofRules = z.strictObject({
  id,
  kind: z.literal('rules'),
  take: z.enum(['rules_on', 'rules_beyond_compute']),
  on: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .describe('Rules made until this day that bind sales to China'),
});

const serving = {
  model: reference('models'),
  system: reference('systems'),
  chips: count(1, 1e6),
  weight_bits: z.number().positive().max(64).default(16),
  cache_bits: z.number().positive().max(64).default(16),
  context: count(1, 1e9),
};

const ofDeployment = z.strictObject({
  id,
  kind: z.literal('deployment'),
  ...serving,
  sequences: count().default(1),
  take: z.enum(DEPLOYMENT_FIGURES),
});

const ofDecode = z.strictObject({
  id,
  kind: z.literal('decode'),
  ...serving,
  sequences: z
    .union([z.literal('most'), count()])
    .default('most')
    .describe('most = as many as fit'),
  take: z.enum(DECODE_FIGURES),
});

const ofTraining = z.strictObject({
  id,
  kind: z.literal('training'),
  model: reference('models'),
  system: reference('systems'),
  stack: reference('stacks'),
  chips: count(1, 1e8),
  training: z.record(z.string(), z.unknown()).default({}).describe('As in a scenario'),
  plan: z.unknown().optional().describe('As in a scenario'),
  resources: z
    .partialRecord(z.enum(RESOURCES), z.number().positive())
    .default({})
    .describe('Factors on resources'),
  within: quantity('seconds').optional().describe('With take: chips_within, the time that the run may take'),
  take: z.enum(TRAINING_FIGURES),
});

const ofPrice = z.strictObject({
  id,
  kind: z.literal('price'),
  price: z.string(),
  take: z.enum(['input', 'output']),
});

const ofExpression = z.strictObject({
  id,
  kind: z.literal('expression'),
  of: z.string().describe('Of quantities above'),
});

const quantitySchema = z.discriminatedUnion('kind', [
  given,
  ofModel,
  ofChip,
  ofRules,
  ofDeployment,
  ofDecode,
  ofTraining,
  ofPrice,
  ofExpression,
]);
export type FlatQuantity = z.output<typeof quantitySchema>;

/** A claim, and the computation that tests it: quantities, and conditions on them. */
export const claimSchema = z
  .strictObject({
    claim: z.string().describe('In the words of whoever makes it'),
    lines: z.array(z.int()).default([]).describe('Lines of the article'),
    quantities: z.array(quantitySchema).max(60).default([]),
    value: z.string().optional().describe('Id of the quantity that is the answer in one number'),
    unit: z.string().default(''),
    tests: z
      .array(z.strictObject({ name: z.string(), any: anyOf(null) }))
      .max(20)
      .default([])
      .describe('Parts of the claim; it holds where all are met, fails where none is'),
    conditions: z.string().default('').describe('Conditions and reading; {id} stands for a quantity'),
    figure: z
      .strictObject({
        kind: z.literal('elasticity'),
        model: z.string().describe('Id of a model with experts'),
        experts: z.array(count(2, 1e5)).min(1).max(12),
        speeds: z.array(z.number().positive()).min(1).max(12).describe('Factors on the FLOP/s of each chip'),
        clusters: z
          .array(
            z.strictObject({
              name: z.string(),
              system: reference('systems'),
              chips: count(1, 1e7),
              stack: reference('stacks'),
              training: z.record(z.string(), z.unknown()).default({}),
            }),
          )
          .min(1)
          .max(4),
      })
      .optional(),
    untestable: z.string().optional().describe('Why no computation here can test it'),
  })
  .superRefine((claim, context) => {
    const say = words().catalog;
    const known: string[] = [];
    const check = (of: string, path: (string | number)[]) => {
      const compiled = compileInterval(of, known);
      if (compiled.ok) return;
      const { message, expected, nearest } = compiled;
      context.addIssue({ code: 'custom', message, path, params: { expected, nearest } });
    };
    claim.quantities.forEach((one, at) => {
      if (one.kind === 'expression') check(one.of, ['quantities', at, 'of']);
      known.push(one.id);
    });
    claim.tests.forEach(({ any }, at) => {
      any.forEach((group, g) => {
        group.forEach(({ of }, c) => {
          check(of, ['tests', at, 'any', g, c, 'of']);
        });
      });
    });
    if (claim.value !== undefined) check(claim.value, ['value']);
    if (claim.untestable !== undefined) return;
    if (claim.value === undefined)
      context.addIssue({ code: 'custom', message: say.missing('value'), path: ['value'] });
    if (claim.tests.length === 0)
      context.addIssue({ code: 'custom', message: say.missing('tests'), path: ['tests'] });
  });
export type FlatClaim = z.output<typeof claimSchema>;
