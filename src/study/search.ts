import type { Case } from '../catalog';
import { findBestPlan } from '../search';
import { type StepEstimate, TIME_PARTS, type TimePart } from '../step';
import { caseReport } from './case';
import { megatronFlags } from './megatron-flags';
import type { SearchReport } from './types';
import { solveStages } from './whole-run';

/** Seconds by which `other` is slower in each part, for as many sequences as `best` takes in a step. */
function lostSeconds(best: StepEstimate, other: StepEstimate): Record<TimePart, number> {
  const scale = best.batchSequences / other.batchSequences;
  const lost = {} as Record<TimePart, number>;
  for (const part of TIME_PARTS) lost[part] = other.timeParts[part] * scale - best.timeParts[part];
  return lost;
}

/** The best plans of one cluster, and what the best one means in Megatron-Core. */
export function searchCase(
  item: Case,
  options: { exhaustive: boolean; top: number },
): SearchReport['searches'][number] {
  const search = findBestPlan(item.setup, item.constraints, { ...options, now: () => performance.now() });
  const { best } = search;
  const stages = solveStages(item);
  const top = search.top.map((step) => caseReport(item, search, step, stages));
  return {
    cluster: item.cluster,
    best: top[0] ?? caseReport(item, search, null, stages),
    top,
    lost_s: best ? search.top.map((step) => lostSeconds(best, step)) : [],
    megatron: best ? megatronFlags(item.setup, best.plan, best.batchSequences) : null,
    plans_in_space: search.plansInSpace,
    plans_evaluated: search.plansEvaluated,
    plans_pruned: search.plansPruned,
    seconds: search.seconds,
    exhaustive: options.exhaustive,
  };
}
