import {
  assembleBytes,
  assembleSeconds,
  bindPlan,
  createAssembly,
  createTable,
  microBatches,
  type Plan,
  type Setup,
  usableBytes,
} from '../step';

export interface Candidate {
  plan: Plan;
  tokensPerSecond: number;
}

const scratch = createAssembly();

/** The fastest of given plans that fits; null where none does. Plans must be such as a search of this cluster size finds. */
export function bestAmong(setup: Setup, plans: readonly Plan[]): Candidate | null {
  const table = createTable(setup);
  const usable = usableBytes(table);
  let best: Candidate | null = null;
  for (const plan of plans) {
    const m = microBatches(setup, plan);
    bindPlan(scratch, table, plan, m);
    if (assembleBytes(scratch, table) > usable) continue;
    const tokens = m * plan.dp * plan.microBatch * setup.training.sequence;
    const tokensPerSecond = tokens / assembleSeconds(scratch, table);
    if (!best || tokensPerSecond > best.tokensPerSecond) best = { plan, tokensPerSecond };
  }
  return best;
}
