import { z } from 'zod';
import { quantity, share } from './quantity';

export const runSchema = z.strictObject({
  failures_per_1000_node_days: quantity('ratio', 'not-negative').optional(),
  restart: quantity('seconds', 'not-negative').optional(),
  checkpoint_blocking: quantity('seconds', 'not-negative').optional(),
  other_loss: share(0, 0.99).optional(),
  power_draw: share(0.01, 1).optional(),
  pue: share(1, 5).optional(),
  network_power: quantity('watts', 'not-negative')
    .optional()
    .describe('Scale-out switches and optics, per chip'),
  kg_co2_per_kwh: quantity('ratio', 'not-negative').optional(),
  repair: quantity('seconds', 'not-negative').optional().describe('Until a failed node is back'),
  spares: share(0, 1)
    .optional()
    .describe(
      'Chips that stand by, as a share of those at work; as failures and repairs ask where not given',
    ),
  usd_per_kwh: quantity('ratio', 'not-negative')
    .optional()
    .describe('Price of electricity, a part of what owned chips cost'),
  cost: z.enum(['rent', 'capital']).optional().describe('Rented where a rent is known, where not given'),
  usd_per_chip_hour: quantity('usd-per-hour', 'not-negative').optional(),
});
export type FlatRun = z.output<typeof runSchema>;
