import { z } from 'zod';
import { paritySchema } from './parity';
import { uncertaintySchema } from './uncertainty';

/** What is asked of the clusters beyond a comparison. A further kind of question is one more file and one more line. */
export const studySchema = z
  .discriminatedUnion('kind', [paritySchema, uncertaintySchema])
  .meta({ id: 'study' });
export type FlatStudy = z.output<typeof studySchema>;
