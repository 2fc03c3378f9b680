import { z } from 'zod';
import { count, estimate, quantity, share } from './quantity';
import type { Reference } from './reference';

/** Chip, node, scale-up domain and scale-out network; bandwidths per chip and per direction. */
export const systemSchemaWith = (reference: Reference) =>
  z.strictObject({
    name: z.string(),
    chip: reference('chips'),
    chips_per_node: count(),
    scale_up: z.strictObject({
      topology: z.enum(['switched', 'mesh', 'torus']),
      domain: count().describe('Chips that share the scale-up fabric'),
      bandwidth: quantity('bandwidth').describe('Per chip and direction'),
      link: quantity('bandwidth')
        .nullable()
        .default(null)
        .describe('Mesh only, as a check: one link to one peer, bandwidth / (domain - 1)'),
    }),
    scale_out: z.strictObject({
      bandwidth: quantity('bandwidth').describe('Per chip and direction'),
      oversubscription: share(1, 64).default(1).describe('Above the leaf: 1 = none'),
      kind: z.enum(['infiniband', 'roce', 'ethernet', 'other']),
    }),
    host_cpu: z.enum(['grace', 'other']).default('other').describe('Processor that launches the kernels'),
    power_per_chip: quantity('watts').describe('All-in server power per chip at full load'),
    server_price: estimate('usd')
      .nullable()
      .default(null)
      .describe('Server beyond its accelerators, per chip; null: the usual share of the chip'),
    network_price: estimate('usd').nullable().default(null).describe('Scale-out network, per chip'),
    evidence: z.enum(['measured', 'partial', 'datasheet']),
  });
export type FlatSystem = z.output<ReturnType<typeof systemSchemaWith>>;
