import type { Chip } from '../hardware';
import type { Training } from '../step';
import { fail, ok, parseQuantity, type Result, type UserError } from '../units';
import { words } from '../words';
import { type Offered, precisionsOf, precisionsOfChip } from './offered';
import type { FlatModel } from './schema/model';
import { beyond, limitsOf } from './schema/quantity';
import * as schema from './schema/training';

/** Sequence length where neither the scenario nor the model says: the usual length of a first pre-training phase. */
export const DEFAULT_SEQUENCE = 4096;

/** Default batch: 16M tokens, in the range of frontier runs (Llama 3: 16M, DeepSeek-V3: 63M), 256 sequences at least. */
const DEFAULT_BATCH_TOKENS = 16e6;
const LEAST_DEFAULT_BATCH = 256;

/** An error about one key of a training; `errorAt` knows whether it stands at the cluster or for all. */
type ErrorFor = (key: keyof schema.FlatTraining, message: string, expected: string | null) => UserError;

/** Completes a training by the model's, the stack's and our defaults; of several precisions by the first that is usable. */
export function resolveTraining(
  flat: schema.FlatTraining,
  model: FlatModel,
  chip: Chip,
  offered: Offered,
  errorFor: ErrorFor,
): Result<Training> {
  const say = words();
  const errors: UserError[] = [];
  const sequence = flat.sequence ?? model.training_sequence ?? DEFAULT_SEQUENCE;
  const tokens = flat.tokens ?? model.training_tokens;
  if (tokens === null) {
    errors.push(errorFor('tokens', say.catalog.tokensUnknown(model.name), say.units.expected.tokens));
  }
  const batch = batchSequences(flat.global_batch, sequence);
  if (!batch.ok) errors.push(errorFor('global_batch', batch.message, say.catalog.batch));
  const [precision] = precisionsOf(flat.precision, chip, offered);
  if (precision === undefined) {
    const expected = say.catalog.oneOf(precisionsOfChip(chip));
    errors.push(
      errorFor(
        'precision',
        say.catalog.precisionUnsupported([flat.precision].flat().join(', '), chip.name),
        expected,
      ),
    );
  }
  if (errors.length > 0 || tokens === null || !batch.ok || precision === undefined) return fail(...errors);
  return ok({
    tokens,
    sequence,
    globalBatch: batch.value,
    precision,
    optimizer: flat.optimizer ?? 'adam',
    routing: flat.routing ?? 'aux-free',
    capacityFactor: flat.capacity_factor ?? null,
  });
}

type Batch = { ok: true; value: number } | { ok: false; message: string };

/** `7680 sequences`, `31.5M tokens` or a count of sequences → sequences, at least one. */
export function batchSequences(input: string | number | undefined, sequence: number): Batch {
  if (input === undefined) {
    return { ok: true, value: Math.max(LEAST_DEFAULT_BATCH, Math.round(DEFAULT_BATCH_TOKENS / sequence)) };
  }
  const say = words();
  const text = String(input).trim();
  const inTokens = /tokens?$/.test(text);
  const parsed = parseQuantity(
    inTokens ? text : text.replace(/\s*sequences?$/, ''),
    inTokens ? 'tokens' : 'count',
  );
  const shown = say.units.show(input);
  if (!parsed.ok) return { ok: false, message: say.catalog.batchWrong(shown) };
  const sequences = inTokens ? Math.round(parsed.value / sequence) : parsed.value;
  if (sequences < 1) return { ok: false, message: say.catalog.batchTooSmall(shown, sequence) };
  if (!Number.isInteger(sequences)) return { ok: false, message: say.catalog.batchWrong(shown) };
  const wrong = beyond(limitsOf(schema.sequences), sequences);
  return wrong ? { ok: false, message: wrong.message } : { ok: true, value: sequences };
}
