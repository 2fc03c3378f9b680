import type { Case } from '../catalog';
import { findBestPlan, type SearchResult } from '../search';
import { type StepEstimate, TIME_PARTS, type TimePart } from '../step';
import { caseReport, planReport } from './case';
import { megatronFlags } from './megatron-flags';
import { bestSize, MOST_CHIPS, runWeight, withChips } from './objective';
import type { SearchReport, SearchTask } from './types';

import { solveStages } from './whole-run';

type Searched = SearchReport['searches'][number];

/** Seconds by which `other` is slower in each part, for as many sequences as `best` takes in a step. */
function lostSeconds(best: StepEstimate, other: StepEstimate): Record<TimePart, number> {
  const scale = best.batchSequences / other.batchSequences;
  const lost = {} as Record<TimePart, number>;
  for (const part of TIME_PARTS) lost[part] = other.timeParts[part] * scale - best.timeParts[part];
  return lost;
}

/** The best plans of one cluster, and what the best one means in Megatron-Core. */
export function searchCase(asked: Case, task: Omit<SearchTask, 'kind' | 'source'>): Searched {
  const { exhaustive, top: count, objective = 'throughput', memoryMargin = 0 } = task;
  const { deadlineSeconds = null, mostChips = MOST_CHIPS, pareto = false } = task;
  const started = performance.now();
  const sized =
    objective === 'cost' || objective === 'chips'
      ? bestSize(asked, { objective, deadlineSeconds, mostChips, memoryMargin })
      : { chips: asked.setup.cluster.chips };
  const item = withChips(asked, 'chips' in sized ? sized.chips : mostChips);
  const sizing = performance.now() - started;
  const found = findBestPlan(item.setup, item.constraints, {
    ...{ exhaustive, memoryMargin, top: count, front: pareto, now: () => performance.now() },
    weight: objective === 'throughput' ? undefined : runWeight(item),
  });
  const search: SearchResult = { ...found, seconds: found.seconds + sizing / 1000 };
  if ('reason' in sized) Object.assign(search, { best: null, top: [], front: [], reason: sized.reason });
  const { best } = search;
  const { dies } = item.setup.cluster.system.chip;
  const stages = solveStages(item);
  const top = search.top.map((step) => caseReport(item, search, step, stages));
  return {
    ...{ objective, deadline_s: deadlineSeconds, memory_margin: memoryMargin },
    pareto: search.front.map(({ plan, tokensPerSecond, bytes }) => ({
      tokens_per_second: tokensPerSecond,
      memory_bytes_per_chip: bytes * dies,
      plan: planReport(plan),
    })),
    cluster: item.cluster,
    best: top[0] ?? caseReport(item, search, null, stages),
    top,
    lost_s: best ? search.top.map((step) => lostSeconds(best, step)) : [],
    megatron: best ? megatronFlags(item.setup, best.plan, best.batchSequences) : null,
    plans_in_space: search.plansInSpace,
    plans_evaluated: search.plansEvaluated,
    plans_pruned: search.plansPruned,
    seconds: search.seconds,
    exhaustive,
  };
}
