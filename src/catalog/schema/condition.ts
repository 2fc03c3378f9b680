import { z } from 'zod';
import { compileInterval } from '../../units';
import { words } from '../../words';

const bound = z.number().optional();

/** Bounds on an expression over `names`; all that are given must be met. */
const conditionSchema = (names: readonly string[] | null) =>
  z
    .strictObject({
      of: z.string().describe('A quantity, or an expression of quantities'),
      at_least: bound,
      above: bound,
      at_most: bound,
      below: bound,
    })
    .superRefine((condition, context) => {
      const { of, ...bounds } = condition;
      if (Object.values(bounds).every((value) => value === undefined)) {
        context.addIssue({ code: 'custom', message: words().catalog.noBound, path: ['of'] });
      }
      if (names === null) return;
      const compiled = compileInterval(of, names);
      if (compiled.ok) return;
      const { message, expected, nearest } = compiled;
      context.addIssue({ code: 'custom', message, path: ['of'], params: { expected, nearest } });
    });

/** Met where all conditions of one of the groups are. */
export const anyOf = (names: readonly string[] | null) =>
  z
    .array(z.array(conditionSchema(names)).min(1).max(20))
    .min(1)
    .max(20);
export type FlatCondition = z.output<ReturnType<typeof conditionSchema>>;
