import { z } from 'zod';
import { CHIP_FAMILIES, MICROSCALED_FORMATS } from '../../hardware';
import { controlsSchema } from './controls';
import { count, estimate, quantity } from './quantity';

/** One accelerator package; rates are dense and of the whole package. */
export const chipSchema = z.strictObject({
  name: z.string(),
  vendor: z.string(),
  family: z.enum(CHIP_FAMILIES).describe('Chips of one family share efficiency constants'),
  dies: count(1, 16).default(1).describe('Ranks per package that a framework sees'),
  bf16: quantity('flops').describe('Dense BF16 peak, such as 989 TFLOP/s'),
  fp8: quantity('flops').nullable().default(null).describe('Dense FP8 peak; null where not supported'),
  fp4: quantity('flops').nullable().default(null).describe('Dense FP4 peak; null where not supported'),
  microscaled: z
    .array(z.enum(MICROSCALED_FORMATS))
    .default([])
    .describe(
      'Block-scaled formats that its matrix units multiply: mxfp8 at the FP8 peak, nvfp4 at the FP4 peak',
    ),
  memory: quantity('bytes').describe('HBM capacity, such as 80 GB'),
  memory_bandwidth: quantity('bandwidth').describe('HBM bandwidth, such as 3.35 TB/s'),
  tdp: quantity('watts').describe('Thermal design power of the package'),
  cores: count()
    .nullable()
    .default(null)
    .describe('Streaming multiprocessors or cube cores; null where unknown'),
  price: estimate('usd').nullable().default(null).describe('Purchase price per package'),
  rent: estimate('usd-per-hour').nullable().default(null).describe('Rental price per package'),
  controls: controlsSchema.optional().describe('What export rules ask beyond this'),
});
export type FlatChip = z.output<typeof chipSchema>;
