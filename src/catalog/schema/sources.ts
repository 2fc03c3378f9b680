import { z } from 'zod';

/** Where the values of a catalog file come from. */
export const sourceSchema = z.strictObject({
  fields: z.array(z.string()).min(1).describe('Dotted keys that this source covers, or "all"'),
  title: z.string(),
  url: z.string().optional(),
  ref: z.string().optional(),
  confidence: z
    .enum(['A', 'B', 'C'])
    .describe('A primary or measured, B reputable analysis, C press or judgement'),
  note: z.string().optional(),
});
export type Source = z.output<typeof sourceSchema>;

/** Keys of a catalog file that say where its values come from; an override does not inherit them. */
export const provenance = {
  sources: z.array(sourceSchema).min(1),
  notes: z.union([z.string(), z.array(z.string())]).optional(),
  conflicts: z.union([z.string(), z.array(z.unknown())]).optional(),
};
