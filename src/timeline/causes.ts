import { PASSES, type Plan, passSeconds, type StepWork } from '../step';
import { mean } from '../units';
import type { Agreement, Cause } from './types';

/** Ways may differ by this share before there is a cause to name. */
const NOTABLE = 0.01;
const PART_NOTABLE = 0.003;

/** Longest over mean seconds that a rank's passes of one micro-batch take. */
function unevenness(work: StepWork): number {
  const ranks = work.ranks.map(({ chunks, share }) =>
    chunks.reduce(
      (sum, chunk) =>
        sum + PASSES.reduce((s, _, p) => s + share * passSeconds(work.passSeconds, chunk, p), 0),
      0,
    ),
  );
  return Math.max(...ranks) / mean(ranks);
}

/** Longest over mean seconds of a chunk. */
function chunkUnevenness(work: StepWork): number {
  const chunks = Array.from({ length: work.chunks }, (_, chunk) =>
    PASSES.reduce((s, _, p) => s + passSeconds(work.passSeconds, chunk, p), 0),
  );
  return Math.max(...chunks) / mean(chunks);
}

/** What in the plan makes the two ways differ, by the parts that do. */
export function causesOf(
  work: StepWork,
  plan: Plan,
  m: number,
  agreement: Agreement[],
  difference: number,
  lockstep: boolean,
): Cause[] {
  if (Math.abs(difference) <= NOTABLE) return [];
  const { seconds } = work.closed;
  const differs = (part: Agreement['part']) =>
    agreement.some(
      (row) => row.part === part && Math.abs(row.simulated - row.closed) > PART_NOTABLE * seconds,
    );
  const causes: Cause[] = [];
  if (differs('passes_and_bubble')) {
    if ((plan.schedule !== '1f1b' && plan.schedule !== 'interleaved') || lockstep)
      causes.push('schedule_share');
    if (plan.schedule === 'interleaved' && m % plan.pp !== 0) causes.push('remainder');
    const dual = plan.schedule === 'dualpipe' || plan.schedule === 'dualpipev';
    const least = dual && plan.pp > 1 ? 2 * plan.pp : plan.pp;
    if (m < least) causes.push('few_micro_batches');
    if (plan.schedule === 'dualpipe' && m % 2 === 1) causes.push('remainder');
    if (unevenness(work) > 1 + NOTABLE || chunkUnevenness(work) > 1 + NOTABLE) causes.push('uneven_stages');
  }
  if (differs('sends')) causes.push('slow_sends');
  if (differs('data_parallel_and_optimizer')) causes.push('data_parallel');
  return causes;
}
