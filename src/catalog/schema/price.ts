import { z } from 'zod';

/** A price of served tokens, US dollars per million tokens, on a day. */
export const priceSchema = z.strictObject({
  name: z.string(),
  date: z.string().regex(/^\d{4}-\d{2}(-\d{2})?$/),
  input: z.number().positive(),
  input_low: z.number().positive().optional(),
  input_high: z.number().positive().optional(),
  output: z.number().positive().nullable().default(null),
  list: z.boolean().describe('A list price of the vendor; else of a seller, or a claim'),
});
export type FlatPrice = z.output<typeof priceSchema>;
