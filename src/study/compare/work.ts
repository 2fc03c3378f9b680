import type { CaseInputs, CaseReport } from '../case-types';

/** What a cluster is given to do. Clusters that are told apart by none of these train the same. */
const WORK = [
  'model',
  'experts',
  'top_k',
  'tokens',
  'sequence',
  'global_batch_sequences',
  'precision',
] as const satisfies readonly (keyof CaseInputs)[];
export type Work = (typeof WORK)[number];

/** Of these the whole run is another one. */
const RUN: readonly Work[] = ['model', 'experts', 'top_k', 'tokens', 'sequence'];

/** What the clusters of a comparison do not have in common in what they train; nothing where they train the same. */
export function differences(cases: readonly Pick<CaseReport, 'inputs'>[]): Work[] {
  const all = WORK.filter((of) => new Set(cases.map(({ inputs }) => inputs[of])).size > 1);
  // Another model has experts of its own; of one model with changed experts they are what differs.
  const models = all.includes('model');
  return all.filter((of) => !(models && (of === 'experts' || of === 'top_k')));
}

/** Do the clusters do the same run, so that the rate of one may be set against that of another? */
export const sameRun = (cases: readonly Pick<CaseReport, 'inputs'>[]): boolean =>
  differences(cases).every((of) => !RUN.includes(of));
