import { z } from 'zod';
import { words } from '../../../words';
import { inOrder, quantity, share } from '../quantity';

const amount = () => quantity('count', 'not-negative');

/** An amount that is not known well: a number, or its 80 % bounds around the central one. */
const estimated = (value: ReturnType<typeof amount>) =>
  z.union(
    [
      z.strictObject({ low: value, central: value, high: value }).check(inOrder()),
      value.transform((central) => ({ low: central, central, high: central })),
    ],
    { error: () => words().catalog.estimateForms },
  );

const amounts = estimated(amount()).describe('A number, or {low, central, high}: 80 % bounds');
const shares = estimated(share(0, 1)).describe('A share, or {low, central, high}: 80 % bounds');

const flowSchema = z
  .strictObject({
    cluster: z
      .string()
      .describe('Name of the cluster whose chips these are, and which says what they deliver'),
    stock: amounts.optional().describe('Chips in use when the account begins'),
    attrition: shares.optional().describe('Share of the stock that is lost in a year'),
    yearly: z
      .array(
        z.strictObject({
          year: z.int().min(2000).max(2100),
          chips: amounts.optional().describe('Chips that arrive in the year: made, bought or imported'),
          dies: amounts.optional().describe('Dies started in the year, good and bad'),
          yield: shares.optional().describe('Share of dies, and their packages, that work'),
          hbm: amounts.optional().describe('Stacks of memory that arrive in the year'),
        }),
      )
      .max(50)
      .default([]),
    dies_per_chip: z.int().min(1).max(16).default(1),
    hbm_stock: amounts
      .optional()
      .describe('Stacks of memory at the beginning; not limited where neither is given'),
    hbm_per_chip: z.int().min(1).max(64).default(8),
    source: z.string().max(500).optional().describe('Where the numbers come from'),
  })
  .meta({ id: 'supply-flow' });

/** Stock and flow of chips over the years, and what can be trained with them. */
export const supplySchema = z
  .strictObject({
    kind: z.literal('supply'),
    from: z
      .number()
      .min(2000)
      .max(2100)
      .describe('Beginning of the account, in years such as 2025 or 2025.5'),
    to: z.number().min(2000).max(2100),
    training_share: shares
      .optional()
      .describe('Share of the chips that trains; 40 % (30 to 50 %) where not given'),
    run_share: shares
      .optional()
      .describe('Share of the training chips that one run may take; all where not given'),
    run_time: quantity('seconds').optional().describe('Time that one run may take; 90 days where not given'),
    target_flop: quantity('ratio')
      .optional()
      .describe('Training FLOP of the run; those of the model where not given'),
    paths: z
      .array(z.strictObject({ name: z.string().min(1).max(100), flows: z.array(flowSchema).min(1).max(12) }))
      .min(1)
      .max(6),
  })
  .meta({ id: 'supply' });
export type FlatSupply = z.output<typeof supplySchema>;
