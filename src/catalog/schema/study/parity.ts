import { z } from 'zod';
import { count, quantity } from '../quantity';

/** How many chips of one cluster equal another cluster. */
export const paritySchema = z
  .strictObject({
    kind: z.literal('parity'),
    of: z.string().optional().describe('Name of the cluster that is matched; the first where not given'),
    by: z
      .enum(['throughput', 'deadline', 'cost', 'energy'])
      .default('throughput')
      .describe('What is made equal'),
    deadline: quantity('seconds').optional().describe('With by: deadline, the time that both may take'),
    chips_max: count(1, 1e8).optional().describe('The most chips that are tried'),
  })
  .meta({ id: 'parity' });
export type FlatParity = z.output<typeof paritySchema>;
