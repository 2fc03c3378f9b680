import { z } from 'zod';
import { bestChipSchema } from './best-chip';
import { bottlenecksSchema } from './bottlenecks';
import { compareSchema } from './compare';
import { paritySchema } from './parity';
import { ruleChangeSchema } from './rule-change';
import { supplySchema } from './supply';
import { uncertaintySchema } from './uncertainty';

/** What is asked of the clusters beyond a comparison. A further kind of question is one more file and one more line. */
export const studySchema = z
  .discriminatedUnion('kind', [
    compareSchema,
    paritySchema,
    bottlenecksSchema,
    supplySchema,
    uncertaintySchema,
    ruleChangeSchema,
    bestChipSchema,
  ])
  .meta({ id: 'study' });
export type FlatStudy = z.output<typeof studySchema>;
