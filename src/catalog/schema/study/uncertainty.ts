import { z } from 'zod';
import { limitsOfField } from '../fields';
import { share } from '../quantity';
import { RUN_KEYS, VARIED } from '../varied';
import { rangeSchema } from './range';

/** Inputs that may be uncertain: numbers of the cluster, the training and the run; not the shape of model or plan. */
const UNCERTAIN = [
  'chips',
  'tokens',
  'global_batch',
  'scale_up_bandwidth',
  'scale_out_bandwidth',
  'oversubscription',
  'memory_bandwidth',
  'memory',
  'bf16',
  'power_per_chip',
  ...RUN_KEYS,
] as const;
export type UncertainKey = (typeof UNCERTAIN)[number];

const inputsSchema = z
  .strictObject(
    Object.fromEntries(
      UNCERTAIN.map((key) => [key, rangeSchema(VARIED[key], limitsOfField(key)).optional()]),
    ) as Record<UncertainKey, z.ZodOptional<ReturnType<typeof rangeSchema>>>,
  )
  .meta({ id: 'uncertain-inputs' });

/** How sure the answer is: samples over what is not known of inputs and constants. */
export const uncertaintySchema = z
  .strictObject({
    kind: z.literal('uncertainty'),
    inputs: inputsSchema
      .default({})
      .describe('Ranges of inputs of all clusters; what is not here is as given'),
    clusters: z
      .record(z.string(), inputsSchema)
      .default({})
      .describe('Ranges of inputs of single clusters, by the name of the cluster'),
    constants: z.boolean().default(true).describe('Sample the constants of the physics and the run too'),
    samples: z.int().min(16).max(65_536).default(1024).describe('The most samples that are drawn'),
    tolerance: share(0, 1)
      .default(0.02)
      .describe('Stop when the ends of the 80 % intervals are this sure, relative; 0: draw all samples'),
    seed: z.int().min(0).max(0x7fffffff).default(1),
  })
  .meta({ id: 'uncertainty' });
