import type { Plan, StepEstimate } from '../step';

/** Parts of the plan that the user fixed; a number pins a value, a range bounds it. */
export type PlanConstraints = Partial<
  Record<
    'tp' | 'pp' | 'vpp' | 'ep' | 'etp' | 'cp' | 'dp' | 'microBatch' | 'zero',
    number | { min?: number; max?: number }
  >
> & {
  schedule?: Plan['schedule'];
  recompute?: string;
};

export interface SearchResult {
  /** Null when nothing fits: `reason` says what would have to change. */
  best: StepEstimate | null;
  reason: string | null;
  top: StepEstimate[];
  plansInSpace: number;
  plansEvaluated: number;
  plansPruned: number;
  seconds: number;
}
