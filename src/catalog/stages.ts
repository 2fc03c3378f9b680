import type { Training } from '../step';
import { fail, ok, type Result, type UserError } from '../units';
import { words } from '../words';
import type { FlatTraining } from './schema/training';
import { batchSequences } from './training';

type Stage = { name: string; training: Training };

/**
 * The stages of a run as trainings of their own, with their share of the tokens. A stage with another sequence and no
 * batch keeps the batch in tokens.
 */
export function stagesOf(
  main: Training,
  given: NonNullable<FlatTraining['stages']>,
  errorFor: (at: number, message: string, expected: string | null) => UserError,
): Result<Stage[]> {
  const say = words().catalog;
  const total = given.reduce((sum, { tokens }) => sum + tokens, 0);
  if (total >= 1) return fail(errorFor(given.length - 1, say.stagesTooLong, say.stagesShare));
  const stages: Stage[] = [];
  for (const [at, { name, tokens, sequence = main.sequence, global_batch }] of given.entries()) {
    const batch = batchSequences(global_batch ?? `${main.globalBatch * main.sequence} tokens`, sequence);
    if (!batch.ok) return fail(errorFor(at, batch.message, say.batch));
    stages.push({
      name,
      training: { ...main, tokens: tokens * main.tokens, sequence, globalBatch: batch.value },
    });
  }
  return ok(stages);
}
