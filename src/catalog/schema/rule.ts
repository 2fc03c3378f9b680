import { z } from 'zod';
import { RULE_VARIABLE_NAMES } from '../../hardware';
import { anyOf } from './condition';
import { share } from './quantity';

/** From the mildest to the strictest: what a rule means for a sale. */
export const OUTCOMES = [
  'not_controlled',
  'tariff',
  'notification',
  'case_by_case',
  'licence_required',
  'presumption_of_denial',
  'barred',
] as const;
export type Outcome = (typeof OUTCOMES)[number];

const JURISDICTIONS = ['us-export', 'us-tariff', 'cn-import', 'hypothetical'] as const;

const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** One dated rule: the first test that a chip meets decides. */
export const ruleSchema = z.strictObject({
  name: z.string(),
  jurisdiction: z.enum(JURISDICTIONS).default('hypothetical'),
  instrument: z.string().optional().describe('Where the text stands'),
  from: date.describe('First day that it counts, such as 2023-10-17'),
  until: date.nullable().default(null).describe('First day that it no longer counts; null = in force'),
  destinations: z.string().optional(),
  binds_china: z.boolean().default(true).describe('Whether it decides about a sale to China'),
  amends: z
    .array(z.string())
    .default([])
    .describe('Rules whose outcome it replaces; it judges only what one of them restricts'),
  tests: z
    .array(
      z
        .strictObject({
          label: z.string().optional().describe('Such as 3A090.a'),
          outcome: z.enum(OUTCOMES),
          any: anyOf(RULE_VARIABLE_NAMES)
            .optional()
            .describe('Groups of conditions; met where all of one group are'),
          chips: z.array(z.string()).min(1).optional().describe('Ids of chips that the rule names'),
        })
        .refine((test) => (test.any === undefined) !== (test.chips === undefined)),
    )
    .min(1)
    .max(20),
  otherwise: z.enum(OUTCOMES).default('not_controlled'),
  volume: z
    .strictObject({
      tpp_most: z.number().positive().optional().describe('Total TPP that a destination may receive'),
      units_most: z.number().positive().optional(),
      share_of_home_units: share(0, 10).optional().describe('Of the units sold at home'),
      period: z.string(),
    })
    .optional(),
  price: z
    .strictObject({
      tariff: share(0, 10).optional().describe('Of the price, paid on top'),
      revenue_share: share(0, 1).optional().describe('Of the price, paid by the seller'),
    })
    .optional(),
});
export type FlatRule = z.output<typeof ruleSchema>;
