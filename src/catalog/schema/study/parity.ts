import { z } from 'zod';
import { count, quantity } from '../quantity';

const PARITY_BY = ['throughput', 'deadline', 'cost', 'energy'] as const;

/** How many chips of one cluster equal another cluster. */
export const paritySchema = z
  .strictObject({
    kind: z.literal('parity'),
    of: z.string().optional().describe('Name of the cluster that is matched; the first where not given'),
    by: z
      .enum(PARITY_BY)
      .default('throughput')
      .describe('What is made equal: tokens per second, the time of the run, its cost, its energy'),
    deadline: quantity('seconds').optional().describe('With by: deadline, the time that both may take'),
    chips_max: count(1, 1e7).default(1e7).describe('The most chips that are tried'),
    whole: z
      .enum(['nodes', 'chips'])
      .default('nodes')
      .describe('What comes in whole numbers; chips of a node that no plan uses stand idle'),
  })
  .meta({ id: 'parity' });
