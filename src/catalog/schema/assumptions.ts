import { z } from 'zod';
import { RESOURCES } from '../../step';

/** Changes to what claims are computed from. */
export const assumptionsSchema = z.strictObject({
  assume: z.strictObject({
    resources: z
      .partialRecord(z.enum(RESOURCES), z.number().positive())
      .optional()
      .describe('Factors on all systems: 10 = ten times faster'),
    prices: z
      .record(
        z.string(),
        z.strictObject({ input: z.number().positive().optional(), output: z.number().positive().optional() }),
      )
      .default({}),
    values: z.record(z.string(), z.number()).default({}).describe('By claim.quantity'),
  }),
  claims: z.array(z.string()).min(1).optional().describe('Ids; all where not given'),
});
