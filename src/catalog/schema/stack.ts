import { z } from 'zod';
import { CHIP_FAMILIES } from '../../hardware';
import { CONSTANT_NAMES, DISPATCHERS, PRECISIONS, SCHEDULES } from '../../step';
import { nearest } from '../../units';
import { words } from '../../words';
import { notNegative, share } from './quantity';

const fp8Recipes = PRECISIONS.filter((precision) => precision.includes('fp8'));

/** A constant of the physics. */
export const constantValue = notNegative();

/** A software profile. */
export const stackSchema = z.strictObject({
  name: z.string(),
  switches: z.strictObject({
    cuda_graphs: z.enum(['none', 'router', 'scoped', 'full']),
    dispatcher: z.enum(DISPATCHERS),
    fp8_dispatch: z.boolean(),
    permute_fusion: z.boolean(),
    indexed_permute: z
      .boolean()
      .default(false)
      .describe('Without permute fusion rows are copied by one sorted index, not by masks'),
    grouped_gemm: z.boolean(),
    fused_grouped_mlp: z.boolean(),
    ep_overlap: z.boolean(),
    tp_overlap: z.boolean(),
    grad_reduce_overlap: z.boolean(),
    param_gather_overlap: z.boolean(),
    flash_attention: z.boolean(),
    fp8_attention: z.boolean(),
    fa2_attention: z
      .boolean()
      .default(false)
      .describe('FlashAttention-2 kernels, not the fastest of the chip'),
    fused_vector_kernels: z.boolean(),
    fused_cross_entropy: z
      .boolean()
      .default(true)
      .describe('Loss in one kernel over the logits, no FP32 copies of them'),
    gradient_bytes: z.union([z.literal(2), z.literal(4)]),
    fp8_param_gather: z.boolean(),
    recompute_stops_early: z
      .boolean()
      .default(false)
      .describe(
        'Recomputed parts of a layer end before their last product, whose result backward does not need',
      ),
    pipeline_lockstep: z
      .boolean()
      .default(false)
      .describe('Interleaved pipelines exchange after every operation, which all ranks end together'),
    comm_core_share: share(0, 0.3).describe('Share of cores held by communication kernels'),
  }),
  zero_stages: z
    .array(z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]))
    .min(1)
    .default([1])
    .describe('ZeRO stages the software offers: 1 = distributed optimizer, 3 = FSDP'),
  schedules: z
    .array(z.enum(SCHEDULES))
    .min(1)
    .default(['1f1b', 'interleaved'])
    .describe('Pipeline schedules the software offers'),
  dispatchers: z
    .array(z.enum(DISPATCHERS))
    .default([])
    .describe('Dispatchers the software offers beside the one it is set to'),
  fp8_recipe: z
    .partialRecord(z.enum(CHIP_FAMILIES), z.enum(fp8Recipes))
    .default({})
    .describe('What `precision: fp8` means, by chip family'),
  constants: z
    .record(
      z.string(),
      z.strictObject({
        value: constantValue,
        sigma: z.number().nonnegative().optional(),
        evidence: z.string().optional(),
      }),
    )
    .superRefine((constants, context) => {
      for (const name of Object.keys(constants)) {
        if (CONSTANT_NAMES.some((known) => known === name)) continue;
        const near = nearest(name, CONSTANT_NAMES);
        const say = words().catalog;
        context.addIssue({
          code: 'custom',
          path: [name],
          message: say.unknownConstant(name, near),
          params: { expected: say.oneOf(CONSTANT_NAMES), nearest: near },
        });
      }
    })
    .default({})
    .describe('Physics constants that differ from the chip family'),
  evidence: z.enum(['measured', 'single', 'assumed']),
});
export type FlatStack = z.output<typeof stackSchema>;
