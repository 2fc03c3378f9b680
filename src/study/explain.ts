import type { Case } from '../catalog';
import { findBestPlan } from '../search';
import { RESOURCES, type Resource, scaleResource } from '../step';
import { steadyLog } from '../units';
import { words } from '../words';
import { planReport, type SolvedCase, solveCase } from './case';
import type { ExplainReport } from './types';

/** Step by which a resource is raised for the re-optimised elasticity. */
const STEP = 1.05;

/** Elasticity of throughput to each resource when the plan is searched again after the change. */
function reoptimised(item: Case, solved: SolvedCase): Record<Resource, number> {
  const result = {} as Record<Resource, number>;
  const hint = solved.search.best?.plan ?? null;
  const base = solved.search.best?.tokensPerSecond ?? 0;
  for (const resource of RESOURCES) {
    const faster = scaleResource(item.setup, resource, STEP);
    const better = findBestPlan(faster, item.constraints, { top: 1, hint }).best;
    result[resource] = better && base > 0 ? steadyLog(better.tokensPerSecond / base) / steadyLog(STEP) : 0;
  }
  return result;
}

export function explainCase(item: Case): {
  solved: SolvedCase;
  detail: ExplainReport['details'][number] | null;
} {
  const solved = solveCase(item);
  const { best, top } = solved.search;
  if (!best) return { solved, detail: null };
  const second = top[1] ?? null;
  return {
    solved,
    detail: {
      cluster: item.cluster,
      memory: best.memory,
      work: best.work.map((one) => ({ ...one, label: words().step.work[one.part] })),
      elasticity_reoptimised: reoptimised(item, solved),
      runner_up: second ? planReport(second.plan) : null,
      runner_up_slowdown: second ? best.tokensPerSecond / second.tokensPerSecond - 1 : null,
    },
  };
}
