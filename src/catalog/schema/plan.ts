import { z } from 'zod';
import { DOMAIN_KEYS } from '../../search';
import { DISPATCHERS, RECOMPUTE_PARTS, SCHEDULES } from '../../step';
import { nearest } from '../../units';
import { words } from '../../words';
import { openOr } from './open';
import { whole } from './quantity';

/** One number is pinned, a range bounds it. */
const pinOrRange = (one: ReturnType<typeof whole>, least: number, most: number) =>
  z.union(
    [
      one,
      z
        .strictObject({ min: one.optional(), max: one.optional() })
        .superRefine(({ min = least, max = most }, context) => {
          if (min <= max) return;
          const message = words().catalog.backwards('min', min, 'max', max);
          context.addIssue({ code: 'custom', path: ['min'], message });
        }),
    ],
    { error: () => words().catalog.planBound(least, most) },
  );

const MOST_WAYS = 1_000_000;
/** Ranks that share one thing, or sequences of a micro-batch. */
export const degree = whole(1, MOST_WAYS);
const ways = pinOrRange(degree, 1, MOST_WAYS).meta({ id: 'degree' }).optional();

const PARTS: readonly string[] = RECOMPUTE_PARTS;
const RECOMPUTES = ['none', 'full', ...PARTS];

const recomputeSchema = z.string().superRefine((value, context) => {
  const parts = value.split('+');
  if (RECOMPUTES.includes(value) || parts.every((part) => PARTS.includes(part))) return;
  const say = words().catalog;
  const refuse = (message: string, near: string | null) =>
    context.addIssue({
      code: 'custom',
      message,
      params: { expected: say.recomputeForms(PARTS), nearest: near },
    });
  const unknown = parts.find((part) => !RECOMPUTES.includes(part));
  if (unknown !== undefined) {
    const meant = parts.map((part) => nearest(part, parts.length > 1 ? PARTS : RECOMPUTES));
    const near = meant.includes(null) ? null : [...new Set(meant)].join('+');
    return refuse(say.notOneOf(value, near), near);
  }
  // Full holds every part, none adds nothing.
  const [alone, near] = parts.includes('full')
    ? ['full', 'full']
    : ['none', parts.filter((part) => part !== 'none').join('+') || 'none'];
  refuse(say.recomputeAlone(alone, near), near);
});

export const planSchema = z
  .union(
    [
      z.literal('auto'),
      z.strictObject({
        tp: ways,
        pp: ways,
        vpp: ways,
        ep: ways,
        etp: ways,
        cp: ways,
        dp: ways,
        micro_batch: ways,
        zero: pinOrRange(whole(0, 3), 0, 3).optional(),
        schedule: z.enum(SCHEDULES).optional(),
        in_domain: z
          .array(z.enum(DOMAIN_KEYS))
          .max(4)
          .optional()
          .describe('Groups that stay inside one scale-up domain; an expert group is ep times etp ranks'),
        dispatcher: openOr(DISPATCHERS)
          .optional()
          .describe(
            'How tokens reach experts, instead of what the stack does; a list: the search chooses; any: among those that the stack offers',
          ),
        recompute: recomputeSchema.optional().describe('none, full, or parts joined by +, such as norm+act'),
      }),
    ],
    { error: () => words().catalog.planForms },
  )
  .meta({ id: 'plan' });
export type FlatPlan = z.output<typeof planSchema>;
