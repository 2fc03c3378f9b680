import { z } from 'zod';

/** Which resource limits where, over the two inputs that `vary` names. */
export const bottlenecksSchema = z
  .strictObject({ kind: z.literal('bottleneck_map') })
  .meta({ id: 'bottleneck_map' });
