import { z } from 'zod';
import { quantity } from '../quantity';

export const QUANTITIES = ['time', 'throughput', 'per_chip', 'mfu', 'cost', 'energy'] as const;
export type Quantity = (typeof QUANTITIES)[number];

const asked = z.enum(QUANTITIES);

/** Which quantity of the clusters the question is about, and which cluster the others are set against. */
export const compareSchema = z
  .strictObject({
    kind: z.literal('compare'),
    of: z
      .string()
      .optional()
      .describe('Name of the cluster that others are set against; the first where not given'),
    by: z
      .union([asked.transform((one): Quantity[] => [one]), z.array(asked).min(1).max(3)])
      .default(['time'])
      .describe('What is compared, the weightiest first; the time of the run where not given'),
    deadline: quantity('seconds').optional().describe('Time within which a run should be done'),
  })
  .meta({ id: 'compare' });
