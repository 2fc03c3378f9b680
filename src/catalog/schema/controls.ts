import { z } from 'zod';
import type { Dimension } from '../../units';
import { inOrder, quantity } from './quantity';

/** A figure, or the range that sources leave: `{low, high}`; without `high`, nothing above is excluded. */
function range(dimension: Dimension) {
  return z.union([
    quantity(dimension).transform((value) => ({ low: value, high: value })),
    z
      .strictObject({ low: quantity(dimension, 'not-negative'), high: quantity(dimension).optional() })
      .check(inOrder())
      .transform(({ low, high }) => ({ low, high: high ?? Number.POSITIVE_INFINITY })),
  ]);
}

const MEMORY_KINDS = [
  'hbm2',
  'hbm2e',
  'hbm3',
  'hbm3e',
  'hbm4',
  'hbm-other',
  'gddr6',
  'gddr7',
  'lpddr',
] as const;

const date = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/);

/** Dense rates: TPP counts them as the rule does, without sparsity. */
const rates = {
  bf16: range('flops').nullable().optional().describe('Dense, BF16 or FP16'),
  fp8: range('flops').nullable().optional(),
  fp4: range('flops').nullable().optional(),
  int8: range('flops').nullable().optional().describe('Dense operations per second'),
};

/** What export rules ask of a chip beyond what a simulation needs; a range where sources differ. */
const facts = {
  origin: z.enum(['us', 'cn', 'other']).describe('Where its vendor is; a rule speaks of what is exported'),
  released: date.nullable().describe('First sold or announced with figures; null = not released'),
  data_center: z.boolean().default(true).describe('Designed or marketed for data centres'),
  memory_kind: z.enum(MEMORY_KINDS).nullable().default(null),
  die_area: range('ratio').optional().describe('Logic dies on a non-planar process, all together, mm²'),
  io: range('bandwidth')
    .optional()
    .describe('Aggregate bidirectional rate to other chips but memories: scale-up and host links'),
  memory_bandwidth: range('bandwidth').optional(),
};

/** In a chip that can be simulated: what is not given comes from its own figures. */
export const controlsSchema = z.strictObject({ ...facts, ...rates });

/** A chip or memory known too little to be simulated, and enough to be judged. A rate left out is unknown; null: none. */
export const partialChipSchema = z.strictObject({
  name: z.string(),
  vendor: z.string(),
  ...facts,
  ...rates,
  memory: range('bytes').optional(),
  standalone_memory: z.boolean().default(false).describe('A memory stack sold by itself'),
  stack_area: range('ratio').optional().describe('Package or stack area of a memory sold by itself, mm²'),
});
export type FlatPartialChip = z.output<typeof partialChipSchema>;
