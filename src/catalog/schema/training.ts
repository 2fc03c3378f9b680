import { z } from 'zod';
import { OPTIMIZERS, PRECISIONS, ROUTINGS } from '../../step';
import { openOr } from './open';
import { count, quantity, share } from './quantity';

/** Sequences of one optimizer step. The largest runs have had 1e5. */
export const sequences = count(1, 1e6);

/**
 * Slots of the experts for each token and each of its top-k choices. Below 1 tokens are dropped even where routing is
 * even. Trainings with top-k routing use 1 to 2 (Switch Transformer 1 to 2, arXiv 2101.03961; ST-MoE 1.25, arXiv
 * 2202.08906; Megatron-Bridge's `apply_moe_token_drop` 1). The lowest of a published training is half a slot for each
 * token: expert choice compared with top-1 routing (Zhou et al. 2022, arXiv 2202.09368). With less, most of the work that
 * the time is computed for would not be done.
 */
const capacity = share(0.5, 64);

/** Each key may be given for all clusters or for one; what is not given gets its default when it is resolved. */
export const trainingSchema = z
  .strictObject({
    tokens: quantity('tokens').optional().describe('Tokens of the whole run, such as 28.5T'),
    sequence: count(1, 1e9).optional().describe('Tokens per sequence'),
    global_batch: z
      .union([z.string(), z.number()])
      .optional()
      .describe('Per optimizer step: 7680 sequences, 31.5M tokens, or a plain count of sequences'),
    precision: openOr([...PRECISIONS, 'fp8'])
      .optional()
      .describe(
        'fp8: the recipe that the stack uses on the chip; a list: the search chooses; any: among bf16 and that recipe',
      ),
    optimizer: z.enum(OPTIMIZERS).optional(),
    routing: z
      .enum(ROUTINGS)
      .optional()
      .describe(
        'How evenly tokens reach the experts; balanced and round-robin (in turn, to neighbours) are forced by benchmarks',
      ),
    stages: z
      .array(
        z.strictObject({
          name: z.string().max(100),
          tokens: share(0.0001, 0.9999).describe('Share of all tokens'),
          sequence: count(1, 1e9).optional(),
          global_batch: z.union([z.string(), z.number()]).optional(),
        }),
      )
      .max(8)
      .optional()
      .describe('Parts of the run with another batch or sequence, such as a ramp or a longer context'),
    capacity_factor: capacity.nullable().optional().describe('Token-drop capacity; null = dropless'),
  })
  .meta({ id: 'training' });
export type FlatTraining = z.output<typeof trainingSchema>;
