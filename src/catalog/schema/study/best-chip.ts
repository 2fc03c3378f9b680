import { z } from 'zod';
import { RULE_VARIABLE_NAMES } from '../../../hardware';
import type { Dimension } from '../../../units';
import { anyOf } from '../condition';
import { inOrder, quantity } from '../quantity';

const between = (dimension: Dimension) =>
  z.strictObject({ low: quantity(dimension), high: quantity(dimension) }).check(inOrder());

/** Limits of what can be built: by default from a cut-down part of 2023 to the best announced for 2026. */
const limitsSchema = z.strictObject({
  bf16: between('flops').optional().describe('Dense BF16; FP8 and FP4 keep their ratio to it'),
  memory: between('bytes').optional(),
  memory_bandwidth: between('bandwidth').optional(),
  scale_up: between('bandwidth').optional().describe('Per chip and direction'),
  scale_out: between('bandwidth').optional().describe('Per chip and direction'),
  die_area: z
    .number()
    .positive()
    .optional()
    .describe('Logic die area, mm²: what performance density divides by'),
});

/** The chip that trains the model fastest among those that rules leave free. */
export const bestChipSchema = z
  .strictObject({
    kind: z.literal('best_chip'),
    rules: z.array(z.string()).max(10).default([]).describe('Ids of rules that the chip must pass'),
    forbidden: anyOf(RULE_VARIABLE_NAMES)
      .optional()
      .describe('A rule of your own: groups of conditions; a chip that meets all of one group is out'),
    allow: z
      .array(z.enum(['not_controlled', 'tariff', 'notification', 'case_by_case']))
      .min(1)
      .default(['not_controlled', 'tariff'])
      .describe('Outcomes of the rules that count as free'),
    limits: limitsSchema.default({}),
    against: z.string().optional().describe('Id of a second model, such as a dense one, for the same chips'),
    keep: z.int().min(1).max(20).default(5).describe('How many of the best chips are shown'),
  })
  .meta({ id: 'best_chip' });
