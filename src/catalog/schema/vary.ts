import { z } from 'zod';
import type { Dimension } from '../../units';
import { words } from '../../words';

/** Inputs that one study can vary, with the dimension of their values. */
export const VARIED: Readonly<Record<string, Dimension>> = {
  experts: 'count',
  top_k: 'count',
  expert_ffn: 'count',
  layers: 'count',
  chips: 'count',
  sequence: 'count',
  global_batch: 'count',
  scale_up_bandwidth: 'bandwidth',
  scale_out_bandwidth: 'bandwidth',
  memory_bandwidth: 'bandwidth',
  memory: 'bytes',
  bf16: 'flops',
  domain: 'count',
};

const scalar = z.union([z.string(), z.number()]);

const valuesSchema = z
  .union(
    [
      z.array(scalar).min(1).max(10_000),
      z.strictObject({
        from: scalar,
        to: scalar,
        steps: z.int().min(2).max(10_000),
        scale: z.enum(['log', 'linear']).default('linear'),
      }),
      z.strictObject({
        expression: z.string().describe('Of i = 0, 1, … and base, the present value in SI'),
        steps: z.int().min(1).max(10_000),
      }),
      z.string(),
    ],
    { error: () => words().catalog.varyForms },
  )
  .meta({
    id: 'varied',
    description: 'A list, a range, or an expression of base (the present value in SI) and i',
  });
export type VaryValues = z.output<typeof valuesSchema>;

/** At most one input to vary. */
export const varySchema = z
  .strictObject(
    Object.fromEntries(Object.keys(VARIED).map((key) => [key, valuesSchema.optional()])) as Record<
      string,
      z.ZodOptional<typeof valuesSchema>
    >,
  )
  .superRefine((vary, context) => {
    const keys = Object.keys(vary);
    if (keys.length <= 1) return;
    context.addIssue({ code: 'custom', path: [keys[1]], message: words().catalog.varyOne(keys) });
  });
